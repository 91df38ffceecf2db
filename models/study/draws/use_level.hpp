#pragma once

#include "models/study/draws/parameter_draw.hpp"
#include "models/study/scenario/scenario.hpp"

#include <vector>

namespace framsyn::study {

/// What the counted years say of one series' level of use, log of bed days over those expected.
struct LevelOfUse {
    double last = 0.0;    ///< in the last counted year
    double mean = 0.0;    ///< of all counted years
    double mean_sd = 0.0; ///< standard error of that mean, from the years that the memory leaves
    double walked = 0.0;  ///< where a walk counted with noise stands in the last counted year
    double walked_sd = 0.0;
};

/// By the formulas of tests/use_backtest/README.md: the mean's variance is s² / max(1, n (1 − φ)/(1 + φ)); the walk is
/// filtered (Kalman) from the first counted year with the variance of its noise.
LevelOfUse level_of(const std::vector<CountedUse>& counted, const UseLevelInfo& info);

/// Standard deviation of the log of the level in the last year that was scored, over both models and what parts them.
double spread_of_level(const UseLevelInfo& info, const LevelOfUse& level);

/// Bed days counted after the base year, as multiples of the base year's.
std::vector<double> counted_multiples(const Scenario& scenario, const ActivityInfo& activity);

/// The level of use from the year after the last counted one, as multiples of that year's; as many years as were scored,
/// the last of which stands for all later ones. Median-preserving: exp of a path whose median is the candidate's. In a
/// share `returning` of the draws m + φʰ (y − m) + an AR(1) path, m drawn about the mean; else the filtered walk and its
/// steps. Which of them, and the common share of each step, is the same for all trusts. The main alternative has the
/// candidates' medians mixed by their shares of the draws. Without [[use_level]] the level stands still. All times the
/// activity's later_use.
std::vector<double> level_after_counts(const Scenario& scenario, const ActivityInfo& activity,
                                       const ParameterDraw& draw);

} // namespace framsyn::study
