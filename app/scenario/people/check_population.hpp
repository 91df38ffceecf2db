#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// What no single key can tell of people: years, shocks, and that everything given has an effect.
void check_population(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks);

} // namespace framsyn::app
