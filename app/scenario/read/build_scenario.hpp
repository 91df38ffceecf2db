#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// A scenario from a merged file that has passed check_against_schema; tables and cross-checks come after.
WrittenScenario build_scenario(const Value& root);

} // namespace framsyn::app
