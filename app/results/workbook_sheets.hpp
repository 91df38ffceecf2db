#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/results/workbook.hpp"
#include "app/scenario/people/written_scenario.hpp"

namespace framsyn::app {

/// What results.xlsx begins with: what was run and how to read it.
FrontSheet front_sheet(const WrittenScenario& scenario, bool simulated, Language language);

/// The result tables that people open as sheets, in their words; those that are not among `tables` are left out.
std::vector<Sheet> workbook_sheets(const WrittenScenario& scenario, const std::vector<ResultFile>& tables,
                                   Language language);

} // namespace framsyn::app
