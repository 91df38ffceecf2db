#pragma once

#include "app/scenario/schema/entry.hpp"
#include "models/study/scenario/scenario.hpp"

namespace framsyn::app {

/// What an action sets: planned utilisation, accepted risk, the open share of a unit, another growth of a stock, closed
/// routes. Nothing for other kinds.
void read_setting(const Entry& entry, const study::Scenario& scenario, study::ActionInfo& action);

} // namespace framsyn::app
