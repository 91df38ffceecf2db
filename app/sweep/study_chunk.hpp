#pragma once

#include "app/sweep/point_study.hpp"
#include "app/sweep/sweep_folder.hpp"

namespace framsyn::app {

/// Studies some points. A point that can't be studied is told of in the chunk and doesn't stop the others. Throws what the
/// runner throws.
Chunk study_chunk(const PointStudies& studies, const SweepPlan& plan, const PointRange& range,
                  const study::Runner& run);

/// Share number i of n (from 1) of a sweep's points: shares differ by one point at most, and together they are all.
PointRange share_of(std::size_t points, std::size_t i, std::size_t n);

/// The points of these ranges that no chunk has.
std::vector<PointRange> missing_in(const std::vector<PointRange>& wanted, const SweepState& state);

} // namespace framsyn::app
