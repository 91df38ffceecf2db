#pragma once

#include <string>

namespace framsyn::use_backtest {

/// The section of docs/validation.md.
std::string report(const std::string& table);

} // namespace framsyn::use_backtest
