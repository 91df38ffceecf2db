#include "models/study/scenario/evidence.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

Evidence from_status(Status status) {
    switch (status) {
    case Status::observed:
    case Status::published:
        return Evidence::sourced;
    case Status::derived:
        return Evidence::derived;
    case Status::assumed:
        return Evidence::assumed;
    }
    return Evidence::assumed;
}

bool has(const std::vector<ServiceId>& services, ServiceId service) {
    return std::find(services.begin(), services.end(), service) != services.end();
}

/// Evidence of the staffed beds of a trust in a year: the last observed count on or before it, and every change since;
/// without counts, the units' own status. What is carried on beyond the year it was stated for is derived.
Evidence capacity_evidence(const Scenario& scenario, TrustId trust, const ServiceOrGroup& service, int year) {
    const CountInfo* last = nullptr;
    for (const CountInfo& count : scenario.counts) {
        if (count.trust != trust || count.service.id != service.id || count.year > year) continue;
        if (!last || count.year > last->year) last = &count;
    }
    Evidence evidence = Evidence::sourced;
    const auto weaken = [&](Evidence other) { evidence = std::max(evidence, other); };
    if (last) {
        weaken(from_status(last->beds.status));
        if (year > last->year) weaken(Evidence::derived);
    } else if (year > scenario.base_year) {
        weaken(Evidence::derived);
    }
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        const UnitInfo& unit = scenario.units[u];
        if (unit.trust != trust || !has(service.services, unit.service)) continue;
        if (!last) weaken(from_status(unit.beds.status));
        for (const ChangeInfo& change : scenario.changes) {
            const bool after_count = !last || change.when.from.year > last->year;
            // A plan is a choice: what follows is said given this plan. Only what has happened can be known well or badly.
            const bool is_fact = change.plan == Plan::observed;
            if (change.unit == UnitId(u) && is_fact && change.when.from.year <= year && after_count)
                weaken(from_status(change.beds.status));
        }
    }
    return evidence;
}

/// Evidence of the base activity that comes from rates by age: the weakest number in it.
Evidence rates_evidence(const Scenario& scenario, TrustId trust, const ServiceOrGroup& service) {
    Evidence evidence = Evidence::derived;
    for (const FlowInfo& flow : scenario.flows) {
        if (flow.at != trust || !has(service.services, flow.service)) continue;
        const ServiceInfo& info = scenario.of(flow.service);
        if (info.level.at.line > 0 && !info.level.source.empty())
            evidence = std::max(evidence, from_status(info.level.status));
        if (flow.has_level) evidence = std::max(evidence, from_status(flow.level.status));
    }
    return evidence;
}

Evidence trust_evidence(const Scenario& scenario, TrustId trust, const ServiceOrGroup& service, int year) {
    const ActivityInfo* activity = activity_of(scenario, trust, service);
    if (activity && activity->not_identified()) return Evidence::not_identified;
    // Need is computed from activity by age, so that a gap is never better than derived.
    Evidence evidence = std::max(Evidence::derived, capacity_evidence(scenario, trust, service, year));
    if (!activity) return std::max(evidence, Evidence::assumed);
    if (activity->basis == Basis::rates) return std::max(evidence, rates_evidence(scenario, trust, service));
    return std::max(evidence, from_status(activity->bed_days->status));
}

} // namespace

const ActivityInfo* activity_of(const Scenario& scenario, TrustId trust, const ServiceOrGroup& service) {
    // What an action opens later was no part of what was counted.
    const auto offered = [&](const ServiceOrGroup& group) {
        return std::count_if(group.services.begin(), group.services.end(), [&](ServiceId part) {
            return std::any_of(scenario.units.begin(), scenario.units.end(), [&](const UnitInfo& unit) {
                return unit.trust == trust && unit.service == part && !unit.made_by_action;
            });
        });
    };
    const ActivityInfo* of_group = nullptr;
    for (const ActivityInfo& activity : scenario.activities) {
        if (activity.is_sum() || activity.trust != trust) continue; // a sum says nothing of one of its trusts
        if (activity.service.id == service.id) return &activity;
        const bool covers = std::all_of(service.services.begin(), service.services.end(),
                                        [&](ServiceId part) { return has(activity.service.services, part); });
        if (covers && offered(activity.service) == offered(service)) of_group = &activity;
    }
    return of_group;
}

Evidence evidence_of(const Scenario& scenario, const Cell& cell, int year) {
    if (cell.trust.is_trust()) return trust_evidence(scenario, cell.trust.trust(), cell.service, year);
    Evidence weakest = Evidence::sourced;
    for (const Cell& other : cells_of(scenario, CountedBy::treatment)) {
        if (!other.trust.is_trust() || other.service.id != cell.service.id) continue;
        const bool offers = std::any_of(other.service.services.begin(), other.service.services.end(),
                                        [&](ServiceId part) { return scenario.offers(other.trust.trust(), part); });
        if (offers) weakest = std::max(weakest, trust_evidence(scenario, other.trust.trust(), other.service, year));
    }
    return weakest;
}

} // namespace framsyn::study
