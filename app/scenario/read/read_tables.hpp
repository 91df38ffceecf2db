#pragma once

#include "app/scenario/people/table_cells.hpp"

namespace framsyn::app {

/// Ids that tables of a scenario can have, and those of a scenario that are missing beside what it has.
const std::vector<std::string>& known_tables();
std::vector<std::string> missing_tables(const std::vector<std::string>& given, bool services);

/// The table that may stand instead of one; empty where there is none.
std::string table_instead_of(const std::string& id);

/// Fills scenario.population and scenario.use_rates from the scenario's tables; none may be missing. Reports holes,
/// repeated cells and impossible numbers at their line.
void read_tables(WrittenScenario& scenario, const TableTexts& tables, Problems& problems);

} // namespace framsyn::app
