#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "models/study/study.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// The names of the tables that a study has, as in the catalogue but the longest to make first: need and what follows
/// from it only where the scenario has services, those of care only where care is simulated.
std::vector<std::string> tables_of(const study::Study& study);

/// One of them; `keep` asks for its rows as values too. `study` is that of `scenario`.
TidyTable result_table(const std::string& file, const WrittenScenario& scenario, const study::Study& study, bool keep);

/// All of them, made side by side by the study's runner; rows are kept of those that are sheets of the workbook.
std::vector<TidyTable> result_tables(const WrittenScenario& scenario, const study::Study& study);

} // namespace framsyn::app
