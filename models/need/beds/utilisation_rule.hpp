#pragma once

namespace framsyn::need {

/// Days of the year in the official capacity formula (365 days open all year round).
inline constexpr double operating_days = 365.0;

/// Official step 3: beds = bed days / (365 × planned utilisation).
inline double beds_at_utilisation(double bed_days, double utilisation) {
    return bed_days / (operating_days * utilisation);
}

} // namespace framsyn::need
