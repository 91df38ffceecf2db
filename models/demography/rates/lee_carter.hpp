#pragma once

#include "models/demography/rates/base_rates.hpp"

#include <vector>

namespace framsyn::demography {

/// First ages of the groups that are fitted together: 0, 1–4, then five-year groups below 40 (a handful of deaths at
/// each single age), single ages from 40 to 95.
std::vector<int> default_age_groups();

struct LeeCarterOptions {
    int from_year = 0; ///< calendar years fitted, both included
    int to_year = 0;
    std::vector<int> excluded_years; ///< weight zero in the fit (a pandemic); they still get a k, given a and b
    std::vector<int> age_groups = default_age_groups(); ///< first age of each group, ascending from 0
    int oldest_fitted_age = 95;                         ///< end of the last group; at most 104
    /// A group with fewer deaths in the fitted years is left out, b = 0: with a few, all early, no finite b is the best.
    double fewest_deaths = 25.0;
    double tolerance = 1e-11; ///< ends when no logarithm of a rate moves by more in a round
    int most_rounds = 2000;
};

/// One sex of ln m(x, t) = a(x) + b(x) k(t), with Σ b = 1 over single ages and Σ k = 0 over fitted years.
struct LeeCarterSex {
    AgeVector a; ///< 0 to oldest fitted age: mean log death rate over fitted years, of the age's group
    AgeVector b; ///< 0 to oldest fitted age: relative speed; the same within a group, any sign, 0 if left out
    std::vector<bool> left_out; ///< by age: too few deaths for a trend of its own
    std::vector<double> k;      ///< by year of the counts: level; for years not fitted, the k that suits a and b best
    double deviance = 0.0;      ///< Poisson deviance over fitted years and groups
    double deviance_without_trend = 0.0; ///< the same with k = 0 (a from the pooled rates)
    int degrees_of_freedom = 0;          ///< cells − parameters + constraints
    int rounds = 0;
    bool converged = false;

    /// Share of the deviance around constant rates that the common trend explains, 0 to 1.
    double explained_share() const { return 1.0 - deviance / deviance_without_trend; }
};

struct LeeCarterFit {
    int first_year = 0;       ///< of k: the first year of the counts
    std::vector<bool> fitted; ///< by year of the counts: counted in the fit
    LeeCarterSex women, men;

    const LeeCarterSex& of(Sex sex) const { return sex == Sex::female ? women : men; }
};

/// Poisson log-bilinear fit, D(x, t) ~ Poisson(E(x, t) m(x, t)): Lee and Carter (1992), JASA 87(419), as estimated by
/// Brouhns, Denuit and Vermunt (2002), Insurance: Mathematics and Economics 31, section 3: one-dimensional Newton steps
/// for a, k and b in turn, none of which may move a log rate by more than 1. Cells with no deaths or no person-years are
/// no trouble. Deterministic. Throws std::invalid_argument if counts or options are impossible, fewer than three years are
/// fitted, nobody died in a year, or there is no common trend to speak of; check `converged`.
LeeCarterFit fit_lee_carter(const DeathCounts& counts, const LeeCarterOptions& options);

/// Random walk with drift through the fitted k (Lee and Carter 1992, section 4): drift = (last − first) / years between,
/// which is also its maximum-likelihood estimate. Where years are excluded, a step over h years has variance h σ².
struct Drift {
    double per_year = 0.0;
    double standard_error = 0.0;      ///< σ / √(years between first and last)
    double innovation_variance = 0.0; ///< σ² of one year's step, with n − 1 in the denominator for n steps
};

Drift drift_of(const LeeCarterFit& fit, Sex sex);

/// How b becomes a smooth curve over all ages.
struct Smoothing {
    int width_below_40 = 21; ///< ages in the moving mean, odd; cut at 0 and the oldest fitted age
    int width_from_40 = 11;
    int taper_from_age = 85; ///< from here times (105 − age) / (105 − taper_from_age): no decline at 105+
};

/// b over ages 0–105+ (106 × 2): moving mean of the fitted ages, left-out ones taking their neighbours' (0 if the whole
/// window is left out); never negative; above the oldest fitted age its value there; tapered to 0 at 105.
AgeSexTable smoothed_b(const LeeCarterFit& fit, const Smoothing& smoothing = {});

/// Yearly fall of the logarithm of death rates, −b(x) · drift with smoothed b, 106 × 2, never negative: what
/// Mortality::annual_decline holds.
AgeSexTable annual_decline(const LeeCarterFit& fit, const Smoothing& smoothing = {});

} // namespace framsyn::demography
