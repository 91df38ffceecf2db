#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/scenario/people/written_scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// One row of actions.csv: something that a scenario does on top of the one at the root of its chain. Empty where a kind has
/// no such thing; a size that doesn't exist is NaN.
struct ActionRow {
    std::string action, kind, date, full_from, until, trust, service, ages, to_trust, to_service;
    double size = 0.0, low = 0.0, high = 0.0;
    std::string unit, plan, source;
};

/// Its actions by id, one that comes back every year a row for each time, and a further row for each further number that it
/// says; then every other override by address (kind `input`).
std::vector<ActionRow> action_rows(const WrittenScenario& root, const WrittenScenario& scenario);

struct ScenarioActions {
    std::string scenario; ///< id
    std::vector<ActionRow> rows;
};

/// actions.csv: every scenario's rows, one scenario after the other.
TidyTable actions_table(const std::vector<ScenarioActions>& scenarios, bool keep);

} // namespace framsyn::app
