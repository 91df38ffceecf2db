#pragma once

#include "app/results/sheets/sheet.hpp"
#include "models/study/study.hpp"
#include "models/values/text.hpp"

#include <optional>

namespace framsyn::app {

/// One row for each trust and service of status.csv, to paste into the annual report; none of a scenario without services.
std::optional<Sheet> annual_sheet(const study::Study& study, Language language);

} // namespace framsyn::app
