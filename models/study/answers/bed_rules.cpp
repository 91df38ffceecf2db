#include "models/study/answers/bed_rules.hpp"

#include "models/need/beds/utilisation_rule.hpp"
#include "models/study/scenario/mean_stay.hpp"
#include "models/study/scenario/policies.hpp"

namespace framsyn::study {
namespace {

/// How a department's patients spread over its sites in a year; none where it has no beds.
std::vector<need::SiteShare> site_shares(const Scenario& scenario, const capacity::BedPlan& plan, WhichTrust provider,
                                         ServiceId service, int year) {
    const std::optional<capacity::BedsInYear> all = plan.staffed_sum(provider, {service}, year);
    if (!all || !(all->end > 0.0)) return {};
    std::vector<need::SiteShare> shares;
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        const UnitInfo& unit = scenario.units[u];
        if (provider != unit.trust || unit.service != service) continue;
        shares.push_back({plan.staffed(UnitId(u), year).end / all->end, open_share_in(scenario, UnitId(u), year)});
    }
    return shares;
}

} // namespace

namespace {

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
            for (int year = scenario.base_year; year <= scenario.last_year; ++year) {
                terms.utilisation.push_back(utilisation_in(scenario, provider, ServiceId(s), year));
                terms.risk.push_back(risk_in(scenario, provider, ServiceId(s), year));
                terms.sites.push_back(site_shares(scenario, plan, provider, ServiceId(s), year));
            }
            terms_.push_back(std::move(terms));
        }
    }
}

BedNeed BedRules::beds(WhichTrust provider, ServiceId service, std::size_t year, double bed_days) const {
    const Terms& terms = terms_[provider.slot(trusts_) * services_ + service.index()];
    return {need::beds_at_utilisation(bed_days, terms.utilisation[year], days_[year]),
            need::beds_at_service_level(bed_days / days_[year], terms.sites[year], terms.risk[year], terms.when_full,
                                        terms.patience)};
}

} // namespace framsyn::study
