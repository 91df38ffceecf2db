#pragma once

#include "models/need/inputs.hpp"
#include "models/study/draws/parameter_draw.hpp"
#include "models/study/scenario/scenario.hpp"

#include <vector>

namespace framsyn::study {

/// Levels of the flows in a draw, before they are held to counts; those that take the rest come after the others of their
/// residence and service.
std::vector<double> flow_levels(const Scenario& scenario, const ParameterDraw& draw);

/// Inputs of the need model with the parameters of a draw.
need::Inputs need_inputs(const Scenario& scenario, const ParameterDraw& draw);

} // namespace framsyn::study
