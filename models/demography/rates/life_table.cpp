#include "models/demography/rates/life_table.hpp"

#include "sim/numerics/elementary.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace framsyn::demography {
namespace {

/// a(0) = intercept + slope · m up to (not including) a death rate, the constant `above` from the second bound on.
struct InfantLine {
    double first_bound, first_intercept, first_slope;
    double second_bound, second_intercept, second_slope;
    double above;
};

constexpr InfantLine women{0.01724, 0.14903, -2.05527, 0.06891, 0.04667, 3.88089, 0.31411};
constexpr InfantLine men{0.02300, 0.14929, -1.99545, 0.08307, 0.02832, 3.26021, 0.29915};

void check_rate(double rate, Eigen::Index age) {
    if (std::isfinite(rate) && rate >= 0.0) return;
    throw std::invalid_argument("The death rate at age " + std::to_string(age) +
                                " has to be a number that is not negative, not " + std::to_string(rate));
}

} // namespace

double infant_a0(double death_rate_at_0, Sex sex) {
    check_rate(death_rate_at_0, 0);
    const InfantLine& line = sex == Sex::female ? women : men;
    if (death_rate_at_0 < line.first_bound) return line.first_intercept + line.first_slope * death_rate_at_0;
    if (death_rate_at_0 < line.second_bound) return line.second_intercept + line.second_slope * death_rate_at_0;
    return line.above;
}

double newborn_survival(double death_rate_at_0, Sex sex) {
    return 1.0 / (1.0 + (1.0 - infant_a0(death_rate_at_0, sex)) * death_rate_at_0);
}

double life_expectancy(const AgeVector& death_rate, Sex sex) {
    if (death_rate.size() != age_count)
        throw std::invalid_argument("A life table needs 106 death rates, for ages 0 to 105+, not " +
                                    std::to_string(death_rate.size()));
    for (Eigen::Index age = 0; age < age_count; ++age) check_rate(death_rate(age), age);
    if (death_rate(oldest_age) == 0.0)
        throw std::invalid_argument("Nobody dies at 105 and over: the life expectancy has no limit");
    double survivors = 1.0;
    double years = 0.0;
    for (Eigen::Index age = 0; age < oldest_age; ++age) {
        const double m = death_rate(age);
        const double a = age == 0 ? infant_a0(m, sex) : 0.5;
        if (a * m > 1.0) return years + survivors / m;
        const double q = m / (1.0 + (1.0 - a) * m);
        years += survivors * (1.0 - (1.0 - a) * q);
        survivors *= 1.0 - q;
    }
    return years + survivors / death_rate(oldest_age);
}

double infant_hazard(double death_rate_at_0, double death_rate_at_1, Sex sex) {
    const double dying_at_0 = infant_a0(death_rate_at_0, sex) * death_rate_at_0;
    if (dying_at_0 >= 1.0) throw std::invalid_argument("the death rate at age 0 leaves nobody alive");
    return 0.5 * death_rate_at_1 - sim::log1p(-dying_at_0);
}

AgeVector cohort_hazards(const AgeVector& death_rate, Sex sex) {
    if (death_rate.size() != age_count) throw std::invalid_argument("death rates must have 106 single ages");
    for (Eigen::Index age = 0; age < age_count; ++age) {
        if (!std::isfinite(death_rate(age)) || death_rate(age) < 0.0)
            throw std::invalid_argument("a death rate must be a number, 0 or more");
    }
    AgeVector hazard = death_rate;
    for (Eigen::Index age = 0; age < oldest_age; ++age) hazard(age) = 0.5 * (death_rate(age) + death_rate(age + 1));
    hazard(0) = infant_hazard(death_rate(0), death_rate(1), sex);
    return hazard;
}

AgeVector stationary_population(const AgeVector& death_rate, Sex sex) {
    const AgeVector hazard = cohort_hazards(death_rate, sex);
    if (!(death_rate(oldest_age) > 0.0))
        throw std::invalid_argument("without deaths in the oldest class its people would never die");
    AgeVector persons(age_count);
    persons(0) = 1.0 / (1.0 + (1.0 - infant_a0(death_rate(0), sex)) * death_rate(0));
    for (Eigen::Index age = 0; age < oldest_age; ++age) persons(age + 1) = persons(age) * sim::exp(-hazard(age));
    persons(oldest_age) /= -sim::expm1(-hazard(oldest_age));
    return persons;
}

} // namespace framsyn::demography
