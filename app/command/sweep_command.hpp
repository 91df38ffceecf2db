#pragma once

#include "app/command/common.hpp"

#include <string>

namespace framsyn::app {

/// What `framsyn sweep` was asked for.
struct SweepRequest {
    std::string file;
    std::string out;    ///< empty for out/sweep-<id>
    std::string chunk;  ///< I/N
    std::string points; ///< A-B,C
    std::string slurm;  ///< folder for a cluster; nothing is studied but a trial
    bool resume = false;
    bool partial = false;
    bool csv = false;
};

/// framsyn sweep: studies the points, or a share of them; without a share it merges what there is.
void sweep_command(const SweepRequest& request, const CommonOptions& options);

/// framsyn sweep status, merge and sensitivity, on the folder of a sweep.
void sweep_status_command(const std::string& folder, const CommonOptions& options);
void sweep_merge_command(const std::string& folder, bool partial, bool csv, const CommonOptions& options);
void sweep_sensitivity_command(const std::string& folder, bool partial, const std::string& cell,
                               const CommonOptions& options);

/// What `framsyn tornado` was asked for.
struct TornadoRequest {
    std::string scenario;
    std::string cell; ///< trust.service; empty for the one with the greatest shortage
    std::string out;  ///< empty for out/tornado-<scenario>
};

/// framsyn tornado: every assumption with an interval, one at a time over it.
void tornado_command(const TornadoRequest& request, const CommonOptions& options);

} // namespace framsyn::app
