#pragma once

#include "app/sweep/sweep_folder.hpp"

#include <functional>
#include <string>
#include <vector>

namespace framsyn::app {

/// How a point of a merged sweep went.
enum class PointStatus : signed char { done = 0, failed = 1, missing = 2 };

/// Some points of a merged sweep.
struct PointBlock {
    std::size_t first = 0;
    std::vector<PointStatus> status;  ///< by point
    std::vector<std::string> failure; ///< by point; empty where it went well
    std::vector<double> values;       ///< stored numbers of each point, NaN where there are none

    std::size_t count() const { return status.size(); }
};

/// How many points a block has: the same for every chunking, so that what is written of blocks is too.
std::size_t points_in_a_block(const SweepPlan& plan);

/// Gives all points of a sweep in order, block by block, one chunk in memory at a time. Throws DamagedChunk where a chunk is no
/// longer what `state` was made of.
void for_each_block(const SweepFolder& folder, const SweepState& state,
                    const std::function<void(const PointBlock&)>& visit);

} // namespace framsyn::app
