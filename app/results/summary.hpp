#pragma once

#include "app/need_sample.hpp"

namespace framsyn::app {

/// What a run found, in a few lines for the terminal: for each service the trust that worsens most since the base year,
/// with its 80 % interval, and shortages only where the cell is identified.
std::string summary_of(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need, Language language);

} // namespace framsyn::app
