#include "models/study/draws/draw.hpp"

#include "models/need/need.hpp"
#include "models/study/draws/need_inputs.hpp"

namespace framsyn::study {

demography::Drivers drivers_of(const Scenario& scenario, const demography::Inputs& inputs, std::uint32_t k) {
    demography::Drivers drivers = demography::draw_drivers(inputs, scenario.driver_spread, scenario.seed, k);
    if (scenario.decline_full_to.has_interval()) {
        const double age = ParameterDraw::number(scenario.seed, k)(scenario.decline_full_to);
        drivers.death_rates = demography::death_rates_with_decline_to(inputs, age);
    }
    return drivers;
}

Draw draw_number(const Scenario& scenario, const demography::Projector& projector, std::uint32_t k) {
    Draw draw;
    draw.parameters = ParameterDraw::number(scenario.seed, k);
    draw.population = projector.project(drivers_of(scenario, projector.inputs(), k));
    if (scenario.has_services())
        draw.need = need::project_need(draw.population, need_inputs(scenario, draw.parameters));
    return draw;
}

Draw central_draw(const Scenario& scenario, const demography::Projector& projector) {
    Draw draw;
    draw.population = central_population(projector);
    if (scenario.has_services())
        draw.need = need::project_need(draw.population, need_inputs(scenario, draw.parameters));
    return draw;
}

demography::PopulationPath central_population(const demography::Projector& projector) {
    return projector.project(demography::unchanged_drivers(projector.inputs()));
}

} // namespace framsyn::study
