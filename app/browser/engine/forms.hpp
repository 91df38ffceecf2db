#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <string>

namespace framsyn::app {

/// What a form asks for each kind of action, as JSON, from the tables that check a file: { kinds: [{ kind, needed, may, whose
/// }], common, keys: [{ name, kind, unit, min, max, choices, lists, also, help }] }.
std::string forms_json();

/// What the forms of a scenario name and say of today, as JSON: its trusts, services, units with their beds by year, planned
/// changes, stocks, routes, and the values that actions are about with unit, status and source.
std::string facts_json(const WrittenScenario& scenario);

} // namespace framsyn::app
