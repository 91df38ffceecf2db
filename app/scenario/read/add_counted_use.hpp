#pragma once

#include "app/scenario/people/written_scenario.hpp"

namespace framsyn::app {

/// Whether what was counted must fit the rest of the scenario. A renewal leaves counts aside to work out what fits them.
enum class Counts { held, left_aside };

/// Puts the years of [[counted_use]] among the table's: after them, or instead of the same one, whose expected days stay
/// where the entry gives none. Then every year of an activity must follow the one before, the base year be among them
/// (unless counts are left aside) and the activity hold a count. Expected days may still be 0: fill_expected_days.
void add_counted_use(WrittenScenario& scenario, Counts counts, Problems& problems);

/// Works out the expected days that nobody gave: those of the nearest year that has them, times use at the scenario's rates
/// on that year's people over the other's. So they are comparable whatever rates the given ones were made with. The
/// population must be resolved.
void fill_expected_days(WrittenScenario& scenario, Problems& problems);

} // namespace framsyn::app
