#pragma once

#include "models/demography/cohorts.hpp"

#include <optional>

namespace framsyn::demography {

/// Model migration schedule of Rogers and Castro (1981), Model Migration Schedules, IIASA RR-81-30. The rate at age x is
///   childhood.height e^(−decay x)
///   + labour.height exp(−descent (x − age) − e^(−ascent (x − age)))
///   + the same form around retirement, if there is one
///   + post_retirement.height e^(growth x), if there is one (Rogers and Watkins 1987, Research on Aging 9(4))
///   + constant.
/// Seven parameters without the two optional parts, 9 with post-retirement, 11 with retirement, 13 with both. Heights and
/// the constant are per person and year (or any unit: scale the result), ages in years, the rest per year of age.
struct RogersCastro {
    struct Falling {
        double height = 0.0; ///< a1
        double decay = 0.0;  ///< α1
    };
    struct Peak {
        double height = 0.0;  ///< a2, a3
        double age = 0.0;     ///< μ2, μ3: the peak itself is at age + ln(ascent / descent) / ascent
        double descent = 0.0; ///< α2, α3
        double ascent = 0.0;  ///< λ2, λ3
    };
    struct Rising {
        double height = 0.0; ///< a4
        double growth = 0.0; ///< λ4
    };

    Falling childhood;
    Peak labour;
    std::optional<Peak> retirement;
    std::optional<Rising> post_retirement;
    double constant = 0.0; ///< c
};

/// The seven fundamental parameters of Rogers and Castro (1981): a1 .02, α1 .10, a2 .06, μ2 20, α2 .10, λ2 .40, c .003.
RogersCastro fundamental_schedule();

/// The schedule at exact ages 0, 1, … 105 (a completed age stands for its first day; add ½ to the peaks' ages for its
/// middle). 106 rates. Throws std::invalid_argument if a parameter is no number, a height, decay, ascent or the constant
/// is negative, or a rate isn't finite.
AgeVector rogers_castro(const RogersCastro& schedule);

/// rates · a factor so that they sum to `sum` over ages (a gross migraproduction rate if rates are per year).
/// Throws std::invalid_argument if the rates sum to nothing or `sum` is negative.
AgeVector scaled_to_sum(const AgeVector& rates, double sum);

/// rates · a factor so that a population (106 numbers, persons) moves at `crude_rate` moves per person and year.
/// Throws std::invalid_argument if the population or the moves it would make are nothing, or the crude rate is negative.
AgeVector scaled_to_crude_rate(const AgeVector& rates, const AgeVector& population, double crude_rate);

} // namespace framsyn::demography
