#pragma once

#include "app/scenario/people/table_cells.hpp"

namespace framsyn::app {

/// Death rates, fertility, migration and totals, in whichever form the scenario has them. After read_population.
void read_population_tables(WrittenScenario& scenario, const TableTexts& tables, Problems& problems);

} // namespace framsyn::app
