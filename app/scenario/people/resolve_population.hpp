#pragma once

#include "app/scenario/people/written_scenario.hpp"

namespace framsyn::app {

/// Inputs of the projection in the scenario's variant: a table for each projected year from base rates, levels, shocks
/// and official totals. Reports what can't be: a level that the variant asks for and nobody gives, totals that
/// contradict one another, more people leaving than there are (a few, in the oldest ages of a table, only in `remarks`).
demography::Inputs resolve_population(const WrittenScenario& scenario, Problems& problems, Problems& remarks);

} // namespace framsyn::app
