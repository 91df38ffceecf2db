#pragma once

#include "app/capacity.hpp"
#include "app/cells.hpp"
#include "app/draw.hpp"
#include "app/scenario/read/scenario.hpp"
#include "models/care/inputs.hpp"
#include "models/demography/project/project.hpp"
#include "models/need/need.hpp"

namespace framsyn::app {

/// Planned utilisation and accepted risk are policy: the same in every draw.
const Quantity& utilisation_of(const Scenario& scenario, std::size_t place, std::size_t service);

/// Inputs of the need model with the parameters of a draw.
need::Inputs need_inputs(const Scenario& scenario, const ParameterDraw& draw);

/// Beds that a place needs for a service by the official rule and by the service-level rule.
struct BedNeed {
    double at_utilisation = 0.0;
    double at_service_level = 0.0; ///< open beds solved for each site by itself, over the share that is open, summed
};
BedNeed beds_needed(const Scenario& scenario, const CapacityPlan& plan, std::size_t place, std::size_t service,
                    int year, double bed_days);

/// Inputs of the care model for a draw's need: arrivals are bed days over mean stay.
care::CareInputs care_inputs(const Scenario& scenario, const ParameterDraw& draw, const need::NeedPath& need);

} // namespace framsyn::app
