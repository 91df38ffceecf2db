#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/scenario/people/written_scenario.hpp"

namespace framsyn::app {

/// Every number of the scenario and every table of it. `keep` asks for the rows as values too.
TidyTable assumptions_table(const WrittenScenario& scenario, bool keep);

} // namespace framsyn::app
