#pragma once

#include "models/demography/cohorts.hpp"

#include <functional>
#include <limits>
#include <vector>

namespace framsyn::demography {

/// A sum that single ages from–to (inclusive) have to have.
struct AgeSum {
    Eigen::Index from = 0;
    Eigen::Index to = 0;
    double value = 0.0;
};

/// What makes the sum of a group near some values v: Σ weight · v, which changes by slope(age) for each unit of v(age). The
/// two are the same where the weights don't depend on v.
struct LinearSums {
    AgeVector weight, slope;
};
using SumsOf = std::function<LinearSums(const AgeVector& values)>;

/// Positive single-age values v with Σ weight · v = value in every group (groups contiguous and ascending, values 0 or more) whose
/// u = log(v/base) has the smallest sum of squared second differences: as smooth a multiple of `base` as the sums allow.
/// With a ceiling, v stays below it and u = log(v / (base · (1 − v/ceiling))), so that v levels off on its way up. Ages
/// in a group with value 0, and outside the groups, get 0. Base (106 rows) and weights must be positive.
/// The sums are linearised step by step, each step a linear system, until each is right to a factor 1 ± 2e-13; at most
/// 100 steps, usually 5–15. Where that fails (neighbours many orders of magnitude apart), v is in each group the multiple of
/// base that has the sum.
AgeVector smoothest_multiple(const std::vector<AgeSum>& groups, const AgeVector& base, const SumsOf& sums_of,
                             double ceiling = std::numeric_limits<double>::infinity());

/// Single-age values of any sign with Σ v = value in every group and the smallest sum of squared second differences.
/// Groups with value 0 get 0 at every age and separate the ages on their two sides.
AgeVector smoothest_values(const std::vector<AgeSum>& groups);

} // namespace framsyn::demography
