#include "models/care/sums.hpp"

#include <algorithm>
#include <utility>

namespace framsyn::care {
namespace {

/// Services under one name: a service alone, or a group.
struct NamedServices {
    std::string id;
    std::vector<ServiceId> services;
};

std::vector<NamedServices> named_services(const CareInputs& inputs) {
    std::vector<NamedServices> named;
    for (std::size_t i = 0; i < inputs.services.size(); ++i) {
        named.push_back({inputs.services[i].id, {ServiceId(i)}});
    }
    for (const ServiceGroup& group : inputs.groups) named.push_back({group.id, group.parts});
    return named;
}

std::vector<std::size_t> units_of(const CareInputs& inputs, WhichTrust trust, const std::vector<ServiceId>& services) {
    std::vector<std::size_t> units;
    for (std::size_t i = 0; i < inputs.units.size(); ++i) {
        const bool in_trust = trust.is_region() || trust == inputs.units[i].trust;
        const bool in_service = std::find(services.begin(), services.end(), inputs.units[i].service) != services.end();
        if (in_trust && in_service) units.push_back(i);
    }
    return units;
}

} // namespace

std::vector<Sum> sums_of(const CareInputs& inputs) {
    const std::vector<NamedServices> services = named_services(inputs);
    std::vector<Sum> sums;
    for (std::size_t slot = 0; slot <= inputs.trusts.size(); ++slot) {
        const bool region = slot == inputs.trusts.size();
        for (const NamedServices& named : services) {
            std::vector<std::size_t> units =
                units_of(inputs, region ? WhichTrust::region() : TrustId(slot), named.services);
            if (!units.empty()) sums.push_back({region ? "region" : inputs.trusts[slot], named.id, std::move(units)});
        }
    }
    return sums;
}

} // namespace framsyn::care
