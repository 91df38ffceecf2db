#pragma once

#include "app/scenario/people/table_cells.hpp"

#include <map>

namespace framsyn::app {

/// Persons by trust, year, sex and single year or group of age.
void read_population(WrittenScenario& scenario, const TableText& source, Problems& problems);
/// Persons of the 1 Januaries before the base year that the table of a scenario has in single years and without holes, by
/// year: what counts of such years are compared with. Read again when it is asked for: a projection begins later.
std::map<int, demography::Cohorts> people_before_base_year(const WrittenScenario& scenario);
/// Tables that give death rates, fertility or net migration for every period as such. After read_population.
void read_period_tables(WrittenScenario& scenario, const TableTexts& tables, Problems& problems);

} // namespace framsyn::app
