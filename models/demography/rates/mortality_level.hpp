#pragma once

#include "models/demography/cohorts.hpp"

#include <vector>

namespace framsyn::demography {

/// Life expectancy at birth, mean of both sexes, that a calendar year shall have. Years.
struct LifeExpectancyTarget {
    int year = 0;
    double life_expectancy = 0.0;
};

/// A base period's death rates and their yearly decline; both 106 × 2 (ages 0–105+, women and men).
struct MortalityTrend {
    AgeSexTable death_rate;     ///< deaths per person-year at base_time
    AgeSexTable annual_decline; ///< fall of the logarithm of the rate in one year; 0 to 0.5
    double base_time = 0.0;     ///< middle of the base period as a decimal year
};

/// m(x) = death_rate(x) · exp(−annual_decline(x) · level): the rates after `level` years of decline. 106 × 2.
AgeSexTable rates_at_level(const MortalityTrend& trend, double level);

/// Plain mean of women's and men's life expectancy at birth at a level. Years. Throws as life_expectancy does.
double mean_life_expectancy(const MortalityTrend& trend, double level);

/// The level, in years of decline, at which the mean life expectancy is `target` years: bisection until the bracket is
/// 1e-10 years of decline wide (a year of decline is some 0.15 years of life). The plain trend has level year + ½ − base_time.
/// Throws std::invalid_argument if the trend isn't as above or no level between −100 and 1000 gives the target.
double level_of_life_expectancy(const MortalityTrend& trend, double target);

/// A level for each calendar year from first_year to last_year with which the targets are met in their years. Levels go
/// in straight lines: from 0 at base_time to the first target, from target to target, and on after the last with its
/// slope. Throws std::invalid_argument if there is no target, they don't ascend in year, the first isn't after
/// base_time, or one can't be reached (the message names the year).
std::vector<double> scale_to_life_expectancy(const MortalityTrend& trend,
                                             const std::vector<LifeExpectancyTarget>& targets, int first_year,
                                             int last_year);

} // namespace framsyn::demography
