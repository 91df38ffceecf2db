#pragma once

#include "app/command/common.hpp"

namespace framsyn::app {

/// framsyn check: reads every scenario and says whether it is sound.
void check_command(const std::vector<std::string>& scenarios, const CommonOptions& options);

} // namespace framsyn::app
