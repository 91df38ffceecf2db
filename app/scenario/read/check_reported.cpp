#include "app/scenario/read/check_reported.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace framsyn::app {
namespace {

/// Whether anybody is treated, or has beds, for any part of a service or group at a place.
bool is_there(const WrittenScenario& scenario, WhichTrust at, const study::ServiceOrGroup& service) {
    if (at.is_region()) return true;
    return std::any_of(service.services.begin(), service.services.end(), [&](ServiceId part) {
        return scenario.offers(at.trust(), part) ||
               std::any_of(scenario.flows.begin(), scenario.flows.end(),
                           [&](const study::FlowInfo& flow) { return flow.at == at && flow.service == part; });
    });
}

void check_model(const WrittenScenario& scenario, const study::RegionModelInfo& model, Problems& problems) {
    if (model.year < scenario.base_year || model.year > scenario.last_year) {
        problems.add(model.year_at, {fmt::format("{}: {} er utenfor årene som framskrives; forventet {} til {}",
                                                 model.id, model.year, scenario.base_year, scenario.last_year),
                                     fmt::format("{}: {} is outside the projected years; expected {} to {}", model.id,
                                                 model.year, scenario.base_year, scenario.last_year)});
    }
    if (!is_there(scenario, model.trust, model.service)) {
        const std::string trust = scenario.id_of(model.trust);
        problems.add(model.beds.at,
                     {fmt::format("{}: {} har ingen {} i scenariet, så det er ingenting å sammenligne med", model.id,
                                  trust, model.service.id),
                      fmt::format("{}: {} has no {} in the scenario, so there is nothing to compare with", model.id,
                                  trust, model.service.id)});
    }
}

void check_roles(const WrittenScenario& scenario, Problems& problems) {
    std::map<std::pair<std::string, ServiceId>, const study::StaffingInfo*> said;
    std::map<std::string, const study::StaffingInfo*> named;
    for (const study::StaffingInfo& staff : scenario.staffing) {
        const study::StaffingInfo& first = *named.emplace(staff.role, &staff).first->second;
        if (first.name.nb != staff.name.nb || first.name.en != staff.name.en) {
            problems.add(
                staff.role_at,
                {fmt::format("{}: rollen {} heter «{}» her og «{}» i [[staffing]] «{}»; den må hete det samme",
                             staff.id, staff.role, staff.name.nb, first.name.nb, first.id),
                 fmt::format("{}: the role {} is called \"{}\" here and \"{}\" in [[staffing]] \"{}\"; it must "
                             "have one name",
                             staff.id, staff.role, staff.name.en, first.name.en, first.id)});
        }
        for (const ServiceId service : staff.services) {
            const auto [other, is_first] = said.emplace(std::pair(staff.role, service), &staff);
            if (is_first) continue;
            const std::string& id = scenario.of(service).id;
            problems.add(staff.role_at,
                         {fmt::format("{} har alt {} i [[staffing]] «{}»", id, staff.role, other->second->id),
                          fmt::format("{} has {} in [[staffing]] \"{}\" already", id, staff.role, other->second->id)});
        }
    }
}

} // namespace

void check_reported(const WrittenScenario& scenario, Problems& problems) {
    for (const study::RegionModelInfo& model : scenario.region_models) check_model(scenario, model, problems);
    check_roles(scenario, problems);
}

} // namespace framsyn::app
