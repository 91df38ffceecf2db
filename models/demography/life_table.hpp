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

} // namespace framsyn::demography
