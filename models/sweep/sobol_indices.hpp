#pragma once

#include "models/sweep/bootstrap.hpp"

#include <cstddef>
#include <vector>

namespace framsyn::sweep {

/// Shares of the variance of an outcome that a parameter explains alone, and with all that it takes part in.
struct SobolIndex {
    Estimate first, total;
};

struct SobolIndices {
    std::vector<SobolIndex> of; ///< by parameter
    double variance = 0.0;      ///< of the outcome over the parameters, replication noise taken out
    double noise = 0.0;         ///< mean variance of an outcome around its expectation
    std::size_t base_points = 0;
};

/// From the outcomes of a Saltelli design's points in their order (Design). First order by Saltelli et al. (2010), Comput.
/// Phys. Commun. 181(2), Table 2 (b), with the outcomes' mean taken out; total order by Jansen (1999), Table 2 (f). Their
/// intervals are from base points. Where each outcome has independent noise of variance `noise[point]` (empty: none), its
/// mean is taken out of the total variance and out of the numerator of the total index, which would count it as an effect
/// of every parameter; the first order's numerator is free of it. A base point with a NaN among its outcomes is left out.
/// The indices are NaN where nothing varies.
SobolIndices sobol_indices(std::size_t dimensions, const std::vector<double>& outcomes,
                           const std::vector<double>& noise, const Bootstrap& bootstrap);

} // namespace framsyn::sweep
