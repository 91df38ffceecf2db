#pragma once

#include "models/demography/cohorts.hpp"

#include <vector>

namespace framsyn::demography {

/// Level of areas relative to the country, with standard errors; area × 2 (women, men) or area × 1.
struct LocalIndex {
    Eigen::ArrayXXd value;
    Eigen::ArrayXXd standard_error;
};

/// Old-age mortality: losses of the cohorts aged from_age to to_age on 1 January over those expected if each had lost the
/// share that the reference's (one area, the whole country) lost in the same year. At 104 the cohort is taken together
/// with those of 105+, with whom it ends. Losses hold the little migration there is. Standard error index / √losses (Poisson).
/// It is a ratio of losses: where many die it is nearer to 1 than the ratio of death rates. Throws too if an area had no
/// losses.
LocalIndex old_age_mortality_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference_observed,
                                   int from_age = 70, int to_age = 104);

/// The same from the same losses as a factor r on death rates, which is what Mortality::index is: the r at which cohorts
/// that survive with the reference's share to the power r would have had the area's losses, Σ P (1 − s^r) = losses
/// (bisection to 1e-12; 0 to 20). Standard error √losses / slope of the left side. Throws too if no such r gives it.
LocalIndex old_age_rate_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference_observed,
                              int from_age = 70, int to_age = 104);

/// Fertility: children aged 0 at the end of a year over births expected at national rates (to the mean of the women on
/// both 1 Januaries), relative to the same ratio of the reference (one area, the whole country); mean over calendar
/// years from_year to to_year and the standard error of that mean (0 for a single year). births_per_woman: national,
/// 106 ages, one for each calendar year from first_year on.
LocalIndex fertility_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference_observed,
                           int first_year, const std::vector<AgeVector>& births_per_woman, int from_year, int to_year);

} // namespace framsyn::demography
