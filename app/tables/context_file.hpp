#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// What charts and report need beside the tables: names, years, notes, differences.
ResultFile context_file(const WrittenScenario& scenario, const study::Study& study);

} // namespace framsyn::app
