#pragma once

#include "app/scenario/people/table_cells.hpp"

namespace framsyn::app {

/// Persons by trust, year, sex and single year or group of age.
void read_population(WrittenScenario& scenario, const TableText& source, Problems& problems);
/// Tables that give death rates, fertility or net migration for every period as such. After read_population.
void read_period_tables(WrittenScenario& scenario, const TableTexts& tables, Problems& problems);

} // namespace framsyn::app
