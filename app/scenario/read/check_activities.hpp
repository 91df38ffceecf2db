#pragma once

#include "app/ground/problems.hpp"
#include "app/scenario/people/written_scenario.hpp"

namespace framsyn::app {

/// Whether something is known of every unit's base year, once, and by trusts that it can be known of.
void check_activities(const WrittenScenario& scenario, const Value& root, Problems& problems);

} // namespace framsyn::app
