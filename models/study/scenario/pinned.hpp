#pragma once

#include "models/study/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::study {

/// Takes the interval away from the quantities at these addresses, wherever the scenario keeps them: they stand at their
/// values in every draw.
void pin(Scenario& scenario, const std::vector<std::string>& addresses);

} // namespace framsyn::study
