#pragma once

#include "app/command/common.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// framsyn compare: the first scenario against each of the others, in its draws and replications. out: empty for
/// out/compare-<base>. One that can't be read doesn't stop the others; it is told of in the BadInput thrown at the end.
void compare_command(const std::vector<std::string>& scenarios, const std::string& out, bool simulate,
                     const CommonOptions& options);

} // namespace framsyn::app
