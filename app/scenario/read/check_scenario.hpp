#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// What no single key can tell: that units, flows, stays, counts and years fit together. `root` gives positions;
/// `remarks` gets what can be run but may not be meant.
void check_scenario(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks);

} // namespace framsyn::app
