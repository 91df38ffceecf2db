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

void must_be_there(const WrittenScenario& scenario, const std::string& id, WhichTrust trust,
                   const study::ServiceOrGroup& service, const Position& at, Problems& problems) {
    if (is_there(scenario, trust, service)) return;
    problems.add(at, {fmt::format("{}: {} har ingen {} i scenariet, så det er ingenting å sammenligne med", id,
                                  scenario.id_of(trust), service.id),
                      fmt::format("{}: {} has no {} in the scenario, so there is nothing to compare with", id,
                                  scenario.id_of(trust), service.id)});
}

void must_be_projected(const WrittenScenario& scenario, const std::string& id, int first, int year, const Position& at,
                       Problems& problems) {
    if (year >= first && year <= scenario.last_year) return;
    problems.add(at, {fmt::format("{}: {} er utenfor årene som framskrives; forventet {} til {}", id, year, first,
                                  scenario.last_year),
                      fmt::format("{}: {} is outside the projected years; expected {} to {}", id, year, first,
                                  scenario.last_year)});
}

void check_model(const WrittenScenario& scenario, const study::RegionModelInfo& model, Problems& problems) {
    must_be_projected(scenario, model.id, scenario.base_year, model.year, model.year_at, problems);
    must_be_there(scenario, model.id, model.trust, model.service, model.beds.at, problems);
}

void check_published(const WrittenScenario& scenario, const study::PublishedProjectionInfo& published,
                     Problems& problems) {
    must_be_projected(scenario, published.id, std::max(scenario.base_year, published.since) + 1, published.year,
                      published.year_at, problems);
    must_be_there(scenario, published.id, published.trust, published.service, published.change.at, problems);
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
    for (const study::PublishedProjectionInfo& published : scenario.published)
        check_published(scenario, published, problems);
    check_roles(scenario, problems);
}

} // namespace framsyn::app
