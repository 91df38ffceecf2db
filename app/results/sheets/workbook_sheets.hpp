#pragma once

#include "app/results/sheets/sheet.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "app/tables/context_file.hpp"
#include "models/study/study.hpp"

#include <optional>

namespace framsyn::app {

/// What results.xlsx begins with: what was run and how to read it.
FrontSheet front_sheet(const WrittenScenario& scenario, bool simulated, Language language,
                       const std::optional<Against>& against = std::nullopt);

/// The result tables that people open as sheets, in their words. Rows of levels that can't be judged are faint.
std::vector<Sheet> workbook_sheets(const study::Study& study, const std::vector<TidyTable>& tables, Language language);

} // namespace framsyn::app
