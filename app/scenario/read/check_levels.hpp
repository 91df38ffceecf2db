#pragma once

#include "app/scenario/people/written_scenario.hpp"

namespace framsyn::app {

/// What is said of levels that nobody counted, and of the wait that is tolerated: each has something to work on.
void check_levels(const WrittenScenario& scenario, Problems& problems);

} // namespace framsyn::app
