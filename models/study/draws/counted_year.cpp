#include "models/study/draws/counted_year.hpp"

#include "models/need/need.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/draws/need_inputs.hpp"

#include <cmath>

namespace framsyn::study {
namespace {

enum class Counts { held, left_aside };

/// Bed days of the main alternative without stocks.
need::NeedPath without_stocks(const Scenario& scenario, Counts counts) {
    need::Inputs inputs = need_inputs(scenario, ParameterDraw::central());
    if (counts == Counts::left_aside) inputs.anchors.clear();
    inputs.stocks.clear();
    return need::project_need(central_population(demography::Projector(scenario.demography)), inputs);
}

} // namespace

bool CountedYear::fits(const Quantity& count) const {
    constexpr double without_interval = 0.1;
    if (count.has_interval()) return flows >= count.low && flows <= count.high;
    return std::abs(flows - counted) <= without_interval * counted;
}

std::vector<CountedYear> counted_year(const Scenario& scenario) {
    const need::NeedPath path = without_stocks(scenario, Counts::left_aside);
    std::vector<CountedYear> years;
    for (std::size_t a = 0; a < scenario.activities.size(); ++a) {
        const ActivityInfo& activity = scenario.activities[a];
        if (!activity.bed_days || activity.basis == Basis::split) continue;
        CountedYear year{a, activity.bed_days->value, 0.0};
        for (std::size_t f = 0; f < path.flows.size(); ++f) {
            const need::Flow& flow = path.flows[f];
            if (activity.is_about(flow.provider) && need::contains(activity.service.services, flow.service))
                year.flows += path.bed_days[f].front();
        }
        years.push_back(year);
    }
    return years;
}

std::vector<double> occupied_beds_by_flow(const Scenario& scenario) {
    std::vector<double> beds;
    for (const std::vector<double>& days : without_stocks(scenario, Counts::held).bed_days)
        beds.push_back(days.front() / days_in_year(scenario.base_year));
    return beds;
}

std::vector<std::vector<double>> occupied_beds_in_base_year(const Scenario& scenario) {
    const std::vector<double> by_flow = occupied_beds_by_flow(scenario);
    std::vector<std::vector<double>> beds(scenario.trusts.size(), std::vector<double>(scenario.services.size()));
    for (std::size_t f = 0; f < by_flow.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        if (flow.at.is_trust()) beds[flow.at.trust().index()][flow.service.index()] += by_flow[f];
    }
    return beds;
}

} // namespace framsyn::study
