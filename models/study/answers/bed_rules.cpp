#include "models/study/answers/bed_rules.hpp"

#include "models/need/beds/utilisation_rule.hpp"
#include "models/study/scenario/mean_stay.hpp"
#include "models/study/scenario/policies.hpp"

#include <iterator>
#include <set>
#include <utility>

namespace framsyn::study {
namespace {

/// A department's units and the days on which their beds change.
struct Department {
    std::vector<UnitId> units;
    std::vector<std::vector<capacity::BedStep>> steps; ///< [unit]
};

Department department(const Scenario& scenario, const capacity::BedPlan& plan, WhichTrust provider, ServiceId service) {
    Department found;
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        const UnitInfo& unit = scenario.units[u];
        if (provider != unit.trust || unit.service != service) continue;
        found.units.emplace_back(u);
        found.steps.push_back(plan.steps(UnitId(u)));
    }
    return found;
}

/// How the department's patients spread over its sites on a day; none where it has no beds then.
std::vector<need::SiteShare> sites_on(const Scenario& scenario, const Department& department, const Date& day) {
    std::vector<need::SiteShare> sites;
    double all = 0.0;
    for (std::size_t u = 0; u < department.units.size(); ++u) {
        double beds = scenario.of(department.units[u]).beds.value;
        for (const capacity::BedStep& step : department.steps[u]) {
            if (step.date <= day) beds = step.staffed;
        }
        all += beds;
        sites.push_back({beds, open_share_in(scenario, department.units[u], day.year)});
    }
    if (!(all > 0.0)) return {};
    for (need::SiteShare& site : sites) site.of_beds /= all;
    return sites;
}

/// The year cut where patients begin to spread otherwise. Days without beds say nothing of how they spread and count in no
/// part; a year of such days is one part without sites.
std::vector<SitesForATime> sites_through(const Scenario& scenario, const Department& department, int year) {
    std::set<Date> days{{year, 1, 1}};
    for (const std::vector<capacity::BedStep>& steps : department.steps) {
        for (const capacity::BedStep& step : steps) {
            if (step.date.year == year) days.insert(step.date);
        }
    }
    std::vector<SitesForATime> parts;
    double with_beds = 0.0;
    for (auto day = days.begin(); day != days.end(); ++day) {
        std::vector<need::SiteShare> sites = sites_on(scenario, department, *day);
        if (sites.empty()) continue;
        const auto next = std::next(day);
        const long end = days_since_2000(next == days.end() ? Date{year + 1, 1, 1} : *next);
        const auto length = static_cast<double>(end - days_since_2000(*day));
        with_beds += length;
        if (!parts.empty() && parts.back().sites == sites)
            parts.back().share += length;
        else
            parts.push_back({*day, length, std::move(sites)});
    }
    if (parts.empty()) return {SitesForATime{{year, 1, 1}, 1.0, {}}};
    for (SitesForATime& part : parts) part.share /= with_beds;
    return parts;
}

} // namespace

namespace {

/// The share of a year's place days that is open, over its parts and sites; all of it where there are no places.
double open_share_of(const std::vector<SitesForATime>& parts) {
    double open = 0.0, known = 0.0;
    for (const SitesForATime& part : parts) {
        for (const need::SiteShare& site : part.sites) {
            open += part.share * site.of_beds * site.open;
            known += part.share * site.of_beds;
        }
    }
    return known > 0.0 ? open / known : 1.0;
}

/// How long planned patients may wait at a place, in its stays; emergencies may not.
need::Patience patience_at(const Scenario& scenario, WhichTrust provider, ServiceId service) {
    const ServiceInfo& info = scenario.of(service);
    const StayInfo* stay = stay_of(scenario, service, provider);
    if (!stay || !(info.tolerated_wait.value > 0.0)) return {};
    return {info.tolerated_wait.value / stay->mean.value, info.emergency_share.value};
}

} // namespace

BedRules::BedRules(const Scenario& scenario, const capacity::BedPlan& plan)
    : trusts_(scenario.trusts.size()), services_(scenario.services.size()) {
    for (int year = scenario.base_year; year <= scenario.last_year; ++year) days_.push_back(days_in_year(year));
    for (std::size_t slot = 0; slot <= trusts_; ++slot) {
        const WhichTrust provider = WhichTrust::in_slot(slot, trusts_);
        for (std::size_t s = 0; s < services_; ++s) {
            const ServiceInfo& info = scenario.services[s];
            Terms terms;
            terms.when_full = info.waits_when_full ? need::WhenFull::waits : need::WhenFull::lost;
            terms.patience = patience_at(scenario, provider, ServiceId(s));
            const Department places = department(scenario, plan, provider, ServiceId(s));
            for (int year = scenario.base_year; year <= scenario.last_year; ++year) {
                terms.risk.push_back(risk_in(scenario, provider, ServiceId(s), year));
                terms.sites.push_back(sites_through(scenario, places, year));
                // Of open places planned utilisation is filled, so that places can be held against places.
                terms.utilisation.push_back(utilisation_in(scenario, provider, ServiceId(s), year) *
                                            open_share_of(terms.sites.back()));
            }
            terms_.push_back(std::move(terms));
        }
    }
}

BedNeed BedRules::beds(WhichTrust provider, ServiceId service, std::size_t year, double bed_days) const {
    const Terms& of = terms(provider, service);
    const double occupied = bed_days / days_[year];
    double at_service_level = 0.0;
    for (const SitesForATime& part : of.sites[year])
        at_service_level +=
            part.share * need::beds_at_service_level(occupied, part.sites, of.risk[year], of.when_full, of.patience);
    return {need::beds_at_utilisation(bed_days, of.utilisation[year], days_[year]), at_service_level};
}

double BedRules::at_service_level_on(const Date& day, WhichTrust provider, ServiceId service, std::size_t year,
                                     double bed_days) const {
    const Terms& of = terms(provider, service);
    const SitesForATime* then = &of.sites[year].front();
    for (const SitesForATime& part : of.sites[year]) {
        if (part.from <= day) then = &part;
    }
    return need::beds_at_service_level(bed_days / days_[year], then->sites, of.risk[year], of.when_full, of.patience);
}

} // namespace framsyn::study
