#pragma once

#include "app/command/common.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// What `framsyn compare` was asked for.
struct CompareRequest {
    std::string base;
    std::vector<std::string> alternatives;
    std::string out;      ///< empty for out/compare-<base>
    bool simulate = true; ///< without: need only
    bool force = false;   ///< result files that were edited are written over
    bool regret = false;  ///< how each fares in other futures too
};

/// framsyn compare: each alternative against the base, in its draws and replications. One that can't be read doesn't stop
/// the others; it is told of in the BadInput thrown at the end, and charts
/// that fail leave the tables.
void compare_command(const CompareRequest& request, const CommonOptions& options);

} // namespace framsyn::app
