#pragma once

#include "app/ground/problems.hpp"
#include "app/scenario/people/written_scenario.hpp"

namespace framsyn::app {

/// What stands beside the results in the annual report, the region's own model and staff years per bed, must be about cells
/// and years that there are, and say one thing once.
void check_reported(const WrittenScenario& scenario, Problems& problems);

} // namespace framsyn::app
