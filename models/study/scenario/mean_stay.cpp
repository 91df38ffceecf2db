#include "models/study/scenario/mean_stay.hpp"

#include <stdexcept>

namespace framsyn::study {

const StayInfo* stay_of(const Scenario& scenario, ServiceId service, WhichTrust at) {
    const StayInfo* general = nullptr;
    for (const StayInfo& stay : scenario.stays) {
        if (stay.service != service) continue;
        if (stay.trust && *stay.trust == at) return &stay;
        if (!stay.trust) general = &stay;
    }
    return general;
}

std::size_t flow_to(const Scenario& scenario, TrustId residence, ServiceId service, WhichTrust at) {
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        if (flow.residence == residence && flow.service == service && flow.at == at) return f;
    }
    throw std::logic_error("no flow leads where an action sends patients");
}

} // namespace framsyn::study
