#pragma once

#include "app/import/sorted_table.hpp"

namespace framsyn::app {

/// Fills ages, open_age and age_slot. Groups, holes and open classes that are too low are reported: a population needs
/// 105 and older, a projection may end at 100 and older or have no ages at all.
void sort_ages(const StatbankTable& table, bool population, SortedTable& sorted, Problems& problems);

/// Fills sexes and sex_slot, after the ages. With ages both sexes must stand apart.
void sort_sexes(const StatbankTable& table, bool population, SortedTable& sorted, Problems& problems);

} // namespace framsyn::app
