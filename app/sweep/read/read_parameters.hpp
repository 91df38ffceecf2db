#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/sweep/read/sweep_plan.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// The [[parameter]]s of a sweep file, where `base` is what their addresses lie in; their distributions are checked against
/// the legal range, and for having an interval unless points are `listed`. Grid's levels are by parameter, 0 where the file
/// doesn't say. Problems are reported at their place.
struct ReadParameters {
    std::vector<SweepParameter> parameters;
    std::vector<std::size_t> levels;
    std::vector<Position> at;
};
ReadParameters read_parameters(const Value& root, const WrittenScenario& base, bool listed, Problems& problems);

} // namespace framsyn::app
