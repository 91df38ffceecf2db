#pragma once

#include "models/capacity/bed_plan.hpp"
#include "models/care/inputs.hpp"
#include "models/need/need_path.hpp"
#include "models/study/draws/parameter_draw.hpp"
#include "models/study/scenario/scenario.hpp"

namespace framsyn::study {

/// Inputs of the care model for a draw's need: arrivals are bed days over mean stay. Every service is there; those that
/// aren't simulated have no patients and no units.
care::CareInputs care_inputs(const Scenario& scenario, const capacity::BedPlan& plan, const ParameterDraw& draw,
                             const need::NeedPath& need);

} // namespace framsyn::study
