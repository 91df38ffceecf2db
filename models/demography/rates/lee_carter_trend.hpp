#pragma once

#include "models/demography/rates/lee_carter.hpp"

namespace framsyn::demography {

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
    double taper_from_age = 85.0; ///< from here times (105 − age) / (105 − taper_from_age): no decline at 105+
};

/// b over ages 0–105+ (106 × 2): moving mean of the fitted ages, left-out ones taking their neighbours' (0 if the whole
/// window is left out); never negative; above the oldest fitted age its value there; tapered to 0 at 105.
AgeSexTable smoothed_b(const LeeCarterFit& fit, const Smoothing& smoothing = {});

/// Yearly fall of the logarithm of death rates, −b(x) · drift with smoothed b, 106 × 2, never negative: what
/// Mortality::annual_decline holds.
AgeSexTable annual_decline(const LeeCarterFit& fit, const Smoothing& smoothing = {});

} // namespace framsyn::demography
