#include "models/study/draws/need_inputs.hpp"

#include "models/study/draws/patient_actions.hpp"
#include "models/study/draws/stock_growth.hpp"
#include "models/study/draws/use_level.hpp"
#include "models/study/scenario/counted_use.hpp"

#include <algorithm>
#include <utility>

namespace framsyn::study {
namespace {

std::vector<double> realised(const Scenario& scenario, const FactorInfo& factor) {
    std::vector<double> shares;
    for (int year = scenario.base_year; year <= scenario.last_year; ++year)
        shares.push_back(weight_by_year(factor.when, year));
    return shares;
}

} // namespace

std::vector<double> flow_levels(const Scenario& scenario, const ParameterDraw& draw) {
    std::vector<double> levels;
    for (const FlowInfo& flow : scenario.flows) levels.push_back(flow.rest ? 0.0 : draw(flow.level));
    for (std::size_t f = 0; f < levels.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        if (!flow.rest) continue;
        double others = 0.0;
        for (std::size_t o = 0; o < levels.size(); ++o) {
            if (scenario.flows[o].residence == flow.residence && scenario.flows[o].service == flow.service)
                others += levels[o];
        }
        levels[f] = std::max(0.0, 1.0 - others);
    }
    for (std::size_t f = 0; f < levels.size(); ++f) levels[f] *= draw(scenario.of(scenario.flows[f].service).level);
    return levels;
}

need::Inputs need_inputs(const Scenario& scenario, const ParameterDraw& draw) {
    need::Inputs inputs;
    inputs.trusts = scenario.trusts.size();
    inputs.services = scenario.services.size();
    inputs.base_year = scenario.base_year;
    inputs.last_year = scenario.last_year;
    inputs.use_rates = scenario.use_rates;
    for (const ServiceInfo& service : scenario.services) inputs.rate_of_service.push_back(service.use_rate);
    const std::vector<double> levels = flow_levels(scenario, draw);
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        inputs.flows.push_back({flow.residence, flow.service, flow.at, levels[f]});
    }
    for (const ActivityInfo& activity : scenario.activities) {
        // A split is uncertain inside the counted sum of its group or of several trusts, which has an anchor of its own.
        if (!holds_bed_days(activity)) continue;
        inputs.anchors.push_back({activity.trusts(), activity.service.services, draw(*activity.bed_days),
                                  counted_multiples(scenario, activity), level_after_counts(scenario, activity, draw)});
    }
    for (const FactorInfo& factor : scenario.factors) {
        inputs.factors.push_back({factor.services, draw(factor.effect), realised(scenario, factor)});
    }
    for (std::size_t s = 0; s < scenario.stocks.size(); ++s) {
        const StockInfo& stock = scenario.stocks[s];
        inputs.stocks.push_back({stock.service, stock.trust, beds_added_by_stock(scenario, s, draw)});
    }
    PatientActions actions = patient_actions(scenario, draw);
    inputs.effects = std::move(actions.effects);
    inputs.moves = std::move(actions.moves);
    inputs.age_spans = age_spans_of(scenario);
    return inputs;
}

} // namespace framsyn::study
