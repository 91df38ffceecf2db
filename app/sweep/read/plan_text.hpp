#pragma once

#include "app/sweep/read/sweep_plan.hpp"

#include <string>

namespace framsyn::app {

/// The plan as JSON: the same text for the same sweep, wherever it is read.
std::string plan_text(const SweepPlan& plan);

/// The plan that plan_text wrote. Throws std::exception for another text.
SweepPlan plan_in(const std::string& text);

} // namespace framsyn::app
