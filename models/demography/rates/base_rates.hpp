#pragma once

#include "models/demography/cohorts.hpp"

#include <vector>

namespace framsyn::demography {

/// Deaths and the person-years they came from, of consecutive calendar years; each table 106 × 2 (ages 0–105+, women
/// and men). Deaths may be 0, person-years too where there are no deaths.
struct DeathCounts {
    int first_year = 0;
    std::vector<AgeSexTable> deaths;
    std::vector<AgeSexTable> person_years;

    int last_year() const { return first_year + static_cast<int>(deaths.size()) - 1; }
};

/// Throws std::invalid_argument with the place if shapes differ from the above, a number is negative or none, or deaths
/// stand where nobody lived.
void check_death_counts(const DeathCounts& counts);

/// What a small population forced on its base rates at one age.
struct BaseRateRemark {
    enum class What : int {
        pool_widened,      ///< nobody died in the age's usual pool: ages from–to were pooled instead
        left_out_of_curve, ///< no deaths, or a rate of 1 or more: the age doesn't count in the old-age curve
    };
    What what = What::pool_widened;
    Sex sex = Sex::female;
    int age = 0;
    int from_age = 0;
    int to_age = 0;
};

struct BaseRates {
    AgeSexTable death_rate;              ///< 106 × 2, deaths per person-year; positive everywhere
    std::vector<BaseRateRemark> remarks; ///< empty for a whole country
};

/// Level of mortality in a base period: deaths over person-years of from_year to to_year together. Age 0 alone; 1–29
/// centred pools of five ages (never with age 0); 30–89 single ages; from 90 Kannisto's logistic, logit m(x) = c + b (x + ½)
/// (Thatcher, Kannisto and Vaupel 1998, The Force of Mortality at Ages 80 to 120), the least-squares line of the logits
/// at 85–99 with deaths as weights: blended with the rates geometrically over 90–94 (curve's weight (x − 89) / 6), alone
/// from 95, and for 105+ its value at exact age 106.2, about the mean age there.
/// A pool without deaths is widened by one age on both sides (within 1–99) until somebody died, and said in remarks.
/// Throws std::invalid_argument if the period isn't in the counts, nobody of a sex died in it at age 0 or at 1–99, or
/// fewer than two ages carry the curve or it doesn't rise.
BaseRates estimate_base_rates(const DeathCounts& counts, int from_year, int to_year);

/// The same for populations large enough to need no remark; throws std::invalid_argument with the first remark if not.
AgeSexTable base_death_rates(const DeathCounts& counts, int from_year, int to_year);

} // namespace framsyn::demography
