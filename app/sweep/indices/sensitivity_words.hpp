#pragma once

#include "app/sweep/indices/sensitivity.hpp"
#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// What people read of a sweep's sensitivity: how the indices are found, the parameters that matter most to each kept
/// number of the last year, and in which combinations of parameters a shortage is the rule. Says how many more there are.
std::string sensitivity_words(const SweepPlan& plan, const Sensitivity& found, Language language);

/// A number for people: three digits that count, or all before the point, with a comma in Norwegian.
std::string short_number(double value, Language language);

} // namespace framsyn::app
