#include "models/study/scenario/cells.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

bool is_used(const Scenario& scenario, CountedBy counted_by, WhichTrust trust, ServiceId service) {
    const bool treated = counted_by == CountedBy::treatment;
    const bool flows = std::any_of(scenario.flows.begin(), scenario.flows.end(), [&](const FlowInfo& flow) {
        return flow.service == service && (treated ? flow.at : flow.residence) == trust;
    });
    return flows || (treated && trust.is_trust() && scenario.offers(trust.trust(), service));
}

/// The part of a service or group that a trust has anything of; no services if it has none.
ServiceOrGroup used_part(const Scenario& scenario, CountedBy counted_by, WhichTrust trust, const ServiceOrGroup& all) {
    ServiceOrGroup used{all.id, {}, all.group};
    for (const ServiceId service : all.services) {
        if (is_used(scenario, counted_by, trust, service)) used.services.push_back(service);
    }
    return used;
}

} // namespace

std::vector<ServiceOrGroup> services_and_groups(const Scenario& scenario) {
    std::vector<ServiceOrGroup> list;
    std::vector<bool> group_listed(scenario.groups.size(), false);
    for (std::size_t s = 0; s < scenario.services.size(); ++s) {
        const ServiceId service(s);
        for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
            const GroupInfo& group = scenario.groups[g];
            if (group_listed[g] || std::find(group.parts.begin(), group.parts.end(), service) == group.parts.end())
                continue;
            group_listed[g] = true;
            list.push_back({group.id, group.parts, true});
        }
        list.push_back({scenario.of(service).id, {service}, false});
    }
    return list;
}

std::vector<Cell> cells_of(const Scenario& scenario, CountedBy counted_by) {
    const std::vector<ServiceOrGroup> services = services_and_groups(scenario);
    std::vector<Cell> cells;
    const auto add_trust = [&](WhichTrust trust) {
        for (const ServiceOrGroup& service : services) {
            ServiceOrGroup used = used_part(scenario, counted_by, trust, service);
            if (!used.services.empty()) cells.push_back({trust, std::move(used)});
        }
    };
    for (std::size_t trust = 0; trust < scenario.trusts.size(); ++trust) add_trust(TrustId(trust));
    for (const ServiceOrGroup& service : services) cells.push_back({WhichTrust::region(), service});
    if (counted_by == CountedBy::treatment) add_trust(WhichTrust::outside());
    return cells;
}

} // namespace framsyn::study
