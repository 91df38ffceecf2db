#pragma once

#include "models/demography/rates/graduation.hpp"

#include <vector>

namespace framsyn::demography {

// Net moves that a table gives for a whole period, made into those of its single calendar years.

/// A total over all ages, persons a year of any sign, by completed age at the move (106 rows): the fundamental schedule of
/// Rogers and Castro, tapered to nothing from 65 to 70, so that nobody leaves where hardly anybody lives. Its sum is the total.
AgeVector net_migration_of_total(double persons);

/// Net moves of each of the period's years, from persons a year by completed age on the 1 January that ends it (106 rows,
/// persons of the period over its years; United Nations). Who is x then moved in any of the years since birth with the same
/// chance, at age x less the years left on that year's 1 January, or as newborn: who is younger than the period is long has
/// fewer years for it. Those of 105 and over are taken as 105. Over the period all are counted once.
/// std::invalid_argument unless there are 106 rows and at least one year.
std::vector<MovesFromJanuary> moves_from_age_at_end(const AgeVector& persons_per_year, int years);

} // namespace framsyn::demography
