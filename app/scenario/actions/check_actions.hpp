#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// What is wrong with [[action]] entries beyond the schema: keys of another kind, dates, sizes, places without the service,
/// more than all patients moved; remarks on what may not be meant.
void check_actions(const WrittenScenario& scenario, const Value& root, Problems& problems, Problems& remarks);

} // namespace framsyn::app
