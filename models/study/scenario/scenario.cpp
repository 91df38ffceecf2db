#include "models/study/scenario/scenario.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

bool names(const ServiceOrGroup& group, ServiceId service) {
    return std::find(group.services.begin(), group.services.end(), service) != group.services.end();
}

} // namespace

bool Scenario::offers(TrustId trust, ServiceId service) const {
    return std::any_of(units.begin(), units.end(),
                       [&](const UnitInfo& unit) { return unit.trust == trust && unit.service == service; });
}

std::string Scenario::id_of(WhichTrust trust) const {
    if (trust.is_region()) return "region";
    return trust.is_outside() ? "outside" : of(trust.trust()).id;
}

const Quantity& utilisation_of(const Scenario& scenario, WhichTrust trust, ServiceId service) {
    for (const UtilisationInfo& own : scenario.utilisations) {
        if (trust == own.trust && names(own.service, service)) return own.utilisation;
    }
    return scenario.of(service).utilisation;
}

const Quantity* shared_utilisation(const Scenario& scenario, WhichTrust trust, const ServiceOrGroup& service) {
    const Quantity& first = utilisation_of(scenario, trust, service.services.front());
    const bool shared = std::all_of(service.services.begin(), service.services.end(), [&](ServiceId part) {
        const Quantity& other = utilisation_of(scenario, trust, part);
        return other.value == first.value && other.low == first.low && other.high == first.high;
    });
    return shared ? &first : nullptr;
}

} // namespace framsyn::study
