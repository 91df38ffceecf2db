#pragma once

#include "models/need/inputs.hpp"
#include "models/study/draws/parameter_draw.hpp"
#include "models/study/scenario/scenario.hpp"

namespace framsyn::study {

/// Inputs of the need model with the parameters of a draw.
need::Inputs need_inputs(const Scenario& scenario, const ParameterDraw& draw);

} // namespace framsyn::study
