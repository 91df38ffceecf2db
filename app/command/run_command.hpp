#pragma once

#include "app/command/common.hpp"

namespace framsyn::app {

/// What `framsyn run` or `framsyn project` was asked for.
struct RunRequest {
    std::string scenario;
    std::string out;        ///< empty for out/<scenario>
    bool simulate = true;   ///< run; without: project
    bool force = false;     ///< result files that were edited are written over
    bool netcdf = false;    ///< results.nc too
    bool draws_csv = false; ///< draws.csv too: every draw and replication
    bool variance = false;  ///< variance.csv too
    bool ask = false;       ///< information.csv too: which figure first
    bool is_part = false;   ///< of something else: only its progress is said
};

/// framsyn run: every stage; framsyn project: population, need and gap without simulation.
void run_command(const RunRequest& request, const CommonOptions& options);

} // namespace framsyn::app
