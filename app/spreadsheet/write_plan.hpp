#pragma once

#include "app/sheets/plan_sheets.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Writes the sheets of a scenario to `path` as a workbook to fill in: a sheet that says how, the cells that may be changed
/// in another colour, headings that stay in sight. Same bytes for the same scenario. Throws Failure.
void write_plan(const std::string& path, const std::vector<PlanSheet>& sheets, const std::string& title,
                const std::string& scenario, Language language);

} // namespace framsyn::app
