#include "app/stages.hpp"

#include "models/need/erlang.hpp"

#include <algorithm>
#include <stdexcept>

namespace framsyn::app {
namespace {

bool names(const ServiceOrGroup& group, std::size_t service) {
    return std::find(group.services.begin(), group.services.end(), service) != group.services.end();
}

/// Levels of the flows in a draw; those that take the rest come after the others of their residence and service.
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
    for (std::size_t f = 0; f < levels.size(); ++f)
        levels[f] *= draw(scenario.services[scenario.flows[f].service].level);
    return levels;
}

/// Realised share of a change factor by year: a straight line from from_year to full_year.
std::vector<double> realised(const Scenario& scenario, const FactorInfo& factor) {
    std::vector<double> shares;
    for (int year = scenario.base_year; year <= scenario.last_year; ++year) {
        const double share = static_cast<double>(year - factor.from_year) / (factor.full_year - factor.from_year);
        shares.push_back(std::clamp(share, 0.0, 1.0));
    }
    return shares;
}

std::size_t rate_index(const Scenario& scenario, const std::string& name) {
    const auto found = std::find(scenario.use_rate_names.begin(), scenario.use_rate_names.end(), name);
    if (found == scenario.use_rate_names.end()) throw std::logic_error("unchecked use rate " + name);
    return static_cast<std::size_t>(found - scenario.use_rate_names.begin());
}

} // namespace

const Quantity& utilisation_of(const Scenario& scenario, std::size_t place, std::size_t service) {
    for (const UtilisationInfo& own : scenario.utilisations) {
        if (own.trust == place && names(own.service, service)) return own.utilisation;
    }
    return scenario.services[service].utilisation;
}

need::Inputs need_inputs(const Scenario& scenario, const ParameterDraw& draw) {
    need::Inputs inputs;
    inputs.trusts = scenario.trusts.size();
    inputs.services = scenario.services.size();
    inputs.base_year = scenario.base_year;
    inputs.last_year = scenario.last_year;
    inputs.use_rates = scenario.use_rates;
    for (const ServiceInfo& service : scenario.services)
        inputs.rate_of_service.push_back(rate_index(scenario, service.use_rate_name));
    const std::vector<double> levels = flow_levels(scenario, draw);
    const std::vector<double> central = flow_levels(scenario, ParameterDraw::central());
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        inputs.flows.push_back({flow.residence, flow.service, flow.at, levels[f], central[f]});
    }
    for (const ActivityInfo& activity : scenario.activities) {
        // A split is uncertain inside the counted sum of its group, which has an anchor of its own.
        if (!activity.bed_days || activity.basis == "split" || !(activity.bed_days->value > 0.0)) continue;
        inputs.anchors.push_back(
            {activity.trust, activity.service.services, draw(*activity.bed_days) / activity.bed_days->value});
    }
    for (const FactorInfo& factor : scenario.factors) {
        inputs.factors.push_back({factor.services, draw(factor.effect), realised(scenario, factor)});
    }
    for (const StockInfo& stock : scenario.stocks)
        inputs.stocks.push_back({stock.service, stock.trust, draw(stock.growth)});
    return inputs;
}

BedNeed beds_needed(const Scenario& scenario, const CapacityPlan& plan, std::size_t place, std::size_t service,
                    int year, double bed_days) {
    BedNeed need;
    need.at_utilisation = need::beds_at_utilisation(bed_days, utilisation_of(scenario, place, service).value);
    const ServiceInfo& info = scenario.services[service];
    const need::WhenFull when_full = info.waits_when_full ? need::WhenFull::waits : need::WhenFull::lost;
    const double load = bed_days / need::operating_days;
    // Patients go to the sites of a trust in proportion to their beds; beds at another site are no help at once.
    const std::optional<BedsInYear> all = plan.staffed_sum(place, {service}, year);
    if (!all || !(all->end > 0.0)) {
        need.at_service_level = need::beds_for_service_level(load, info.risk.value, when_full);
        return need;
    }
    for (std::size_t unit = 0; unit < scenario.units.size(); ++unit) {
        if (scenario.units[unit].trust != place || scenario.units[unit].service != service) continue;
        const double share = plan.staffed(unit, year).end / all->end;
        const int open = need::beds_for_service_level(load * share, info.risk.value, when_full);
        need.at_service_level += open / scenario.units[unit].open_share.value;
    }
    return need;
}

} // namespace framsyn::app
