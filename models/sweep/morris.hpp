#pragma once

#include "models/sweep/bootstrap.hpp"
#include "models/sweep/design.hpp"

#include <vector>

namespace framsyn::sweep {

/// Elementary effects of a parameter, in the outcome's unit for its whole range.
struct MorrisIndex {
    Estimate mean_absolute; ///< μ* (Campolongo, Cariboni and Saltelli 2007), with an interval from trajectories
    double mean = 0.0;      ///< μ
    double deviation = 0.0; ///< σ: large where the effect depends on the others or isn't linear
    std::size_t effects = 0;
};

/// By parameter, from the outcomes of a Morris design's points in their order. A trajectory with an outcome that is NaN is
/// left out.
std::vector<MorrisIndex> morris_indices(const DesignPlan& plan, const std::vector<double>& outcomes,
                                        const Bootstrap& bootstrap);

} // namespace framsyn::sweep
