#pragma once

#include "app/command/common.hpp"

#include <string>

namespace framsyn::app {

/// What `framsyn new` was asked for.
struct NewRequest {
    std::string target; ///< the folder of a region, or the file of a what-if
    std::string base;   ///< the scenario that the file extends; empty for a region
};

/// framsyn new: a region to start from, or a what-if to fill in. Writes over nothing.
void new_command(const NewRequest& request, const CommonOptions& options);

} // namespace framsyn::app
