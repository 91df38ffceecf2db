#pragma once

#include "app/results/sheets/sheet.hpp"
#include "models/study/study.hpp"

#include <optional>

namespace framsyn::app {

/// What results.xlsx opens with: a row a trust, service and year with both rules side by side, as the report's first table
/// has them, and a chart of the gap for each service. Nothing where there are no beds.
std::optional<Sheet> overview_sheet(const study::Study& study, const std::string& title, Language language);

} // namespace framsyn::app
