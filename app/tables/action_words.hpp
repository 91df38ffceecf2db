#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <string>

namespace framsyn::app {

/// An action as a planner would say it: "Stenger 10 plasser ved UNN, Distriktspsykiatriske sentre, fra 1. januar 2030".
Text action_words(const study::Scenario& scenario, const study::ActionInfo& action);

} // namespace framsyn::app
