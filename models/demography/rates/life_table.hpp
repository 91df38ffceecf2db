#pragma once

#include "models/demography/cohorts.hpp"

namespace framsyn::demography {

/// Mean age at death, in years, of those who die in their first year, from the death rate at age 0 (deaths per
/// person-year). Three segments for each sex: Andreev and Kingkade, Demographic Research 33:13 (2015), table 3, in the
/// form by death rate that the Human Mortality Database uses (Methods Protocol, version 6, section 7.1).
/// Throws std::invalid_argument if the rate is negative or no number.
double infant_a0(double death_rate_at_0, Sex sex);

/// Period life expectancy at birth, in years, from 106 central death rates (ages 0–105+, deaths per person-year), with
/// a(x) = ½ above age 0, infant_a0 at 0 and 1/m in the open class (Preston, Heuveline and Guillot 2001, ch. 3). Where a
/// rate is so high that more than everybody would die (m > 1/a) nobody survives the age and 1/m years are lived.
/// Throws std::invalid_argument unless there are 106 rates, all finite, none negative, and not 0 at 105+.
double life_expectancy(const AgeVector& death_rate, Sex sex);

/// Share of a year's newborn who are alive on 31 December, L0/l0, from the death rate at age 0.
/// Throws std::invalid_argument if the rate is negative or no number.
double newborn_survival(double death_rate_at_0, Sex sex);

/// What a cohort meets from one 1 January to the next, −log of its survival, by age on the first one (0–105+):
/// h(a) = ½(m(a) + m(a+1)), h(105) = m(105), and at age 0 h(0) = −log(1 − a0 m(0)) + ½ m(1). Infant deaths fall in the
/// first weeks: of those at age 0 only a0 m(0), not ½ m(0), happen to children born before 1 January; h(0) = log(L0/L1).
/// death_rate: deaths per person-year by single age, 106 rows. std::invalid_argument unless finite, 0 or more and
/// a0 m(0) < 1.
AgeVector cohort_hazards(const AgeVector& death_rate, Sex sex);

/// The first of them, h(0), from the death rates at 0 and 1. Throws std::invalid_argument as cohort_hazards.
double infant_hazard(double death_rate_at_0, double death_rate_at_1, Sex sex);

/// Persons alive by single age (106 rows, last open) for one birth a year when the rates never change: L(x), with
/// L(0) = 1/(1 + (1 − a0) m(0)), L(a+1) = L(a) exp(−h(a)) and the open class L(105) = L(104) exp(−h(104)) / (1 − exp(−m(105))).
/// The annual projection keeps exactly this population as it is. std::invalid_argument as cohort_hazards, and when
/// nobody dies at 105+.
AgeVector stationary_population(const AgeVector& death_rate, Sex sex);

} // namespace framsyn::demography
