#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/sweep/read/sweep_plan.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace framsyn::app {

/// What a trial of a few points took, on one thread.
struct TrialCost {
    double seconds_a_point = 0.0;
    double bytes_before = 0.0;   ///< of memory, with all inputs read and no point studied
    double bytes_a_thread = 0.0; ///< more for each point that is being studied
};

/// How a sweep is cut for a cluster.
struct ClusterPlan {
    std::size_t points = 0;
    std::size_t tasks = 1;       ///< of the array
    std::size_t threads = 1;     ///< of each task
    std::size_t megabytes = 0;   ///< of each task
    std::size_t minutes = 0;     ///< limit of each task
    double core_hours = 0.0;     ///< of all points
    double minutes_a_task = 0.0; ///< expected
};

/// Tasks of about half an hour on four threads each, at most 1 000 of them and at least one point each; memory with half
/// of it to spare, three times the expected time and ten minutes as the limit.
ClusterPlan cluster_plan(const TrialCost& cost, std::size_t points);

/// Where the parts of a sweep are, as absolute paths.
struct SweepPaths {
    std::string program, sweep_file, folder;
};

/// array.sh (a job array that may be requeued), merge.sh, submit.sh (the array, then the merge that depends on it) and
/// local.sh (the same on one machine, one task after the other).
std::vector<ResultFile> cluster_scripts(const SweepPlan& plan, const ClusterPlan& cut, const SweepPaths& paths);

} // namespace framsyn::app
