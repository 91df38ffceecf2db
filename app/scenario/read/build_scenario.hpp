#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// A scenario from a merged file that has passed check_against_schema; tables and cross-checks come after.
WrittenScenario build_scenario(const Value& root);

/// The same for what the scenario says of people: years, shocks, and that everything given has an effect.
void check_population(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks);

/// What no single key can tell: that units, flows, stays, counts and years fit together. `root` gives positions;
/// `remarks` gets what can be run but may not be meant.
void check_scenario(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks);

} // namespace framsyn::app
