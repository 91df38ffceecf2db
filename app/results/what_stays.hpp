#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "models/values/text.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

struct Comparison;

/// What an alternative leaves as it was, and why what is done to a plan does.
std::string what_stays(const Comparison& comparison, Language language);

/// Why plans whose date the alternative changes move no beds: they open and close alike, they had that date, or they don't
/// count. One sentence for each plan.
std::vector<Text> no_effect_of(const WrittenScenario& base, const WrittenScenario& alternative);

} // namespace framsyn::app
