#include "app/cells.hpp"

#include "models/need/inputs.hpp"

#include <algorithm>

namespace framsyn::app {
namespace {

bool is_used(const Scenario& scenario, Place place, std::size_t trust, std::size_t service) {
    const bool flows = std::any_of(scenario.flows.begin(), scenario.flows.end(), [&](const FlowInfo& flow) {
        return flow.service == service && (place == Place::treatment ? flow.at : flow.residence) == trust;
    });
    return flows || (place == Place::treatment && trust != need::outside && scenario.offers(trust, service));
}

/// The part of a service or group that a place has anything of; no services if it has none.
ServiceOrGroup used_part(const Scenario& scenario, Place place, std::size_t trust, const ServiceOrGroup& all) {
    ServiceOrGroup used{all.id, {}, all.group};
    for (const std::size_t service : all.services) {
        if (is_used(scenario, place, trust, service)) used.services.push_back(service);
    }
    return used;
}

} // namespace

std::vector<ServiceOrGroup> services_and_groups(const Scenario& scenario) {
    std::vector<ServiceOrGroup> list;
    std::vector<bool> group_listed(scenario.groups.size(), false);
    for (std::size_t service = 0; service < scenario.services.size(); ++service) {
        for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
            const GroupInfo& group = scenario.groups[g];
            if (group_listed[g] || std::find(group.parts.begin(), group.parts.end(), service) == group.parts.end())
                continue;
            group_listed[g] = true;
            list.push_back({group.id, group.parts, true});
        }
        list.push_back({scenario.services[service].id, {service}, false});
    }
    return list;
}

std::vector<Cell> cells_of(const Scenario& scenario, Place place) {
    const std::vector<ServiceOrGroup> services = services_and_groups(scenario);
    std::vector<Cell> cells;
    const auto add_trust = [&](std::size_t trust) {
        for (const ServiceOrGroup& service : services) {
            ServiceOrGroup used = used_part(scenario, place, trust, service);
            if (!used.services.empty()) cells.push_back({trust, std::move(used)});
        }
    };
    for (std::size_t trust = 0; trust < scenario.trusts.size(); ++trust) add_trust(trust);
    for (const ServiceOrGroup& service : services) cells.push_back({std::nullopt, service});
    if (place == Place::treatment) add_trust(need::outside);
    return cells;
}

std::string trust_id(const Scenario& scenario, const Cell& cell) {
    if (cell.is_region()) return "region";
    return *cell.trust == need::outside ? "outside" : scenario.trusts[*cell.trust].id;
}

} // namespace framsyn::app
