#pragma once

#include "models/capacity/bed_plan.hpp"
#include "models/care/inputs.hpp"
#include "models/demography/project/project.hpp"
#include "models/need/need_path.hpp"
#include "models/study/draws/parameter_draw.hpp"
#include "models/study/scenario/scenario.hpp"

namespace framsyn::study {

/// One draw on its way: its parameters, the population that they give and the bed days that those people need.
struct Draw {
    ParameterDraw parameters = ParameterDraw::central();
    demography::PopulationPath population;
    need::NeedPath need; ///< empty where the scenario has no services
};

/// What the people of draw number k meet. `inputs`: of the scenario, or of the same people under other moves.
demography::Drivers drivers_of(const Scenario& scenario, const demography::Inputs& inputs, std::uint32_t k);

/// Draw number k of a scenario. The projector is that of scenario.demography.
Draw draw_number(const Scenario& scenario, const demography::Projector& projector, std::uint32_t k);

/// The main alternative: every quantity at its value, no random drivers.
Draw central_draw(const Scenario& scenario, const demography::Projector& projector);

/// The population of the main alternative, to the 1 January after the last year.
demography::PopulationPath central_population(const demography::Projector& projector);

} // namespace framsyn::study
