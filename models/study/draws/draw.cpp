#include "models/study/draws/draw.hpp"

#include "models/need/need.hpp"
#include "models/study/draws/need_inputs.hpp"

namespace framsyn::study {

Draw draw_number(const Scenario& scenario, const demography::Projector& projector, std::uint32_t k) {
    Draw draw;
    draw.parameters = ParameterDraw::number(scenario.seed, k);
    draw.population =
        projector.project(demography::draw_drivers(projector.inputs(), scenario.driver_spread, scenario.seed, k));
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
