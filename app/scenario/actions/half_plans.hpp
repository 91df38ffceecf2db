#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// Parts of one plan that a file moves one by one.
void remark_on_half_plans(const WrittenScenario& scenario, const Value& root, Problems& remarks);

} // namespace framsyn::app
