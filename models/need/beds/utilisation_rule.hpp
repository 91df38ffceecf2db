#pragma once

namespace framsyn::need {

/// Official step 3: beds = bed days of a year / (its days × planned utilisation), open all year round. A leap year has a
/// day more to fill and to serve in.
inline double beds_at_utilisation(double bed_days, double utilisation, int days_of_year) {
    return bed_days / (days_of_year * utilisation);
}

} // namespace framsyn::need
