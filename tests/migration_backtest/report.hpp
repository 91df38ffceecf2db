#pragma once

#include <string>

namespace framsyn::migration_backtest {

/// The section of docs/validation.md. `root`: of the source tree.
std::string report(const std::string& root);

} // namespace framsyn::migration_backtest
