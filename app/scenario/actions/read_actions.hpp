#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/schema/entry.hpp"
#include "app/scenario/text/value.hpp"

#include <vector>

namespace framsyn::app {

/// Reads [[action]] into the scenario: what they do to beds as changes of the plan, what they do to patients as actions, and
/// a flow for every place that patients come to. Their order in the file makes no difference. Entries that
/// fault_in_action_keys refuses are left out. Units, services, changes, flows and stays must have been read.
void read_actions(WrittenScenario& scenario, const std::vector<Entry>& entries);

} // namespace framsyn::app
