#pragma once

#include "app/command/common.hpp"

namespace framsyn::app {

/// framsyn run: every stage; framsyn project: population, need and gap without simulation. out: empty for
/// out/<scenario>.
void run_command(const std::string& scenario, const std::string& out, bool simulate, const CommonOptions& options);

} // namespace framsyn::app
