#pragma once

#include "app/scenario/people/written_scenario.hpp"

namespace framsyn::app {

/// What is said of levels that nobody counted, and of the wait that is tolerated: each has something to work on.
void check_levels(const WrittenScenario& scenario, Problems& problems);

/// Remarks on a trust whose part of the region's bed days is unlike that of stays that were counted. The population must be
/// resolved.
void check_split(const WrittenScenario& scenario, Problems& remarks);

} // namespace framsyn::app
