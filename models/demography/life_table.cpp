#include "models/demography/life_table.hpp"

#include "sim/numerics/elementary.hpp"

#include <cmath>
#include <stdexcept>

namespace framsyn::demography {

double infant_mean_age_at_death(double death_rate_at_0, Sex sex) {
    const double m = death_rate_at_0;
    if (sex == Sex::female) {
        if (m < 0.01724) return 0.14903 - 2.05527 * m;
        return m < 0.06891 ? 0.04667 + 3.88089 * m : 0.31411;
    }
    if (m < 0.02300) return 0.14929 - 1.99545 * m;
    return m < 0.08307 ? 0.02832 + 3.26021 * m : 0.29915;
}

AgeVector cohort_hazards(const AgeVector& death_rate, Sex sex) {
    if (death_rate.size() != age_count) throw std::invalid_argument("death rates must have 106 single ages");
    for (Eigen::Index age = 0; age < age_count; ++age) {
        if (!std::isfinite(death_rate(age)) || death_rate(age) < 0.0)
            throw std::invalid_argument("a death rate must be a number, 0 or more");
    }
    AgeVector hazard = death_rate;
    for (Eigen::Index age = 0; age < oldest_age; ++age) hazard(age) = 0.5 * (death_rate(age) + death_rate(age + 1));
    const double dying_at_0 = infant_mean_age_at_death(death_rate(0), sex) * death_rate(0);
    if (dying_at_0 >= 1.0) throw std::invalid_argument("the death rate at age 0 leaves nobody alive");
    hazard(0) = 0.5 * death_rate(1) - sim::log1p(-dying_at_0);
    return hazard;
}

AgeVector stationary_population(const AgeVector& death_rate, Sex sex) {
    const AgeVector hazard = cohort_hazards(death_rate, sex);
    if (!(death_rate(oldest_age) > 0.0))
        throw std::invalid_argument("without deaths in the oldest class its people would never die");
    AgeVector persons(age_count);
    persons(0) = 1.0 / (1.0 + (1.0 - infant_mean_age_at_death(death_rate(0), sex)) * death_rate(0));
    for (Eigen::Index age = 0; age < oldest_age; ++age) persons(age + 1) = persons(age) * sim::exp(-hazard(age));
    persons(oldest_age) /= -sim::expm1(-hazard(oldest_age));
    return persons;
}

} // namespace framsyn::demography
