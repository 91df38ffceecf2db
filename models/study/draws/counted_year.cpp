#include "models/study/draws/counted_year.hpp"

#include "models/need/need.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/draws/need_inputs.hpp"

#include <cmath>

namespace framsyn::study {

bool CountedYear::fits(const Quantity& count) const {
    constexpr double without_interval = 0.1;
    if (count.has_interval()) return flows >= count.low && flows <= count.high;
    return std::abs(flows - counted) <= without_interval * counted;
}

std::vector<CountedYear> counted_year(const Scenario& scenario) {
    need::Inputs inputs = need_inputs(scenario, ParameterDraw::central());
    inputs.anchors.clear();
    inputs.factors.clear();
    inputs.stocks.clear();
    const need::NeedPath path =
        need::project_need(central_population(demography::Projector(scenario.demography)), inputs);
    std::vector<CountedYear> years;
    for (std::size_t a = 0; a < scenario.activities.size(); ++a) {
        const ActivityInfo& activity = scenario.activities[a];
        if (!activity.bed_days || activity.basis == Basis::split) continue;
        CountedYear year{a, activity.bed_days->value, 0.0};
        for (std::size_t f = 0; f < path.flows.size(); ++f) {
            const need::Flow& flow = path.flows[f];
            if (flow.provider == activity.trust && need::contains(activity.service.services, flow.service))
                year.flows += path.bed_days[f].front();
        }
        years.push_back(year);
    }
    return years;
}

} // namespace framsyn::study
