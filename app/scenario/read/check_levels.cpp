#include "app/scenario/read/check_levels.hpp"

#include "models/study/draws/counted_year.hpp"
#include "models/study/verdict/seen_split.hpp"

#include <fmt/format.h>

#include <map>

namespace framsyn::app {
namespace {

void check_waits(const WrittenScenario& scenario, Problems& problems) {
    for (const study::ServiceInfo& service : scenario.services) {
        if (service.waits_when_full || !(service.tolerated_wait.value > 0.0)) continue;
        problems.add(
            service.tolerated_wait.at,
            {fmt::format("{}: tolerated_wait gjelder tjenester der pasientene venter (full = \"waits\"); her går de "
                         "til et annet sted når det er fullt (full = \"lost\")",
                         service.id),
             fmt::format("{}: tolerated_wait is about services whose patients wait (full = \"waits\"); here they go "
                         "elsewhere when it is full (full = \"lost\")",
                         service.id)});
    }
}

void check_seen(const WrittenScenario& scenario, Problems& problems) {
    std::map<ServiceId, const study::SeenOccupancy*> of;
    for (const study::SeenOccupancy& seen : scenario.seen) {
        if (!seen.share.has_interval()) {
            problems.add(seen.share.at,
                         {fmt::format("{}: share må ha low og high: hvor fulle slike plasser har vært sett, fra og til",
                                      seen.id),
                          fmt::format("{}: share must have low and high: how full such places were seen, from and to",
                                      seen.id)});
        }
        for (const ServiceId service : seen.services) {
            const auto [other, is_first] = of.emplace(service, &seen);
            if (is_first) continue;
            problems.add(seen.share.at, {fmt::format("{} står alt i [[seen_occupancy]] «{}»", scenario.of(service).id,
                                                     other->second->id),
                                         fmt::format("{} stands in [[seen_occupancy]] \"{}\" already",
                                                     scenario.of(service).id, other->second->id)});
        }
    }
}

void check_use_levels(const WrittenScenario& scenario, Problems& problems) {
    std::map<ServiceId, const study::UseLevelInfo*> of;
    for (const study::UseLevelInfo& level : scenario.use_levels) {
        for (const ServiceId service : level.service.services) {
            const auto [other, is_first] = of.emplace(service, &level);
            if (is_first || other->second->service.id == level.service.id) continue; // twice the same is told elsewhere
            problems.add(level.spread.at,
                         {fmt::format("{}: pasientene i {} følger alt nivået i [[use_level]] «{}»", level.id,
                                      scenario.of(service).id, other->second->id),
                          fmt::format("{}: the patients of {} follow the level of [[use_level]] \"{}\" already",
                                      level.id, scenario.of(service).id, other->second->id)});
            break;
        }
    }
}

void check_seen_stays(const WrittenScenario& scenario, Problems& problems) {
    std::map<std::pair<TrustId, ServiceId>, const study::SeenStays*> of;
    for (const study::SeenStays& seen : scenario.seen_stays) {
        if (!seen.days_per_stay.has_interval()) {
            problems.add(seen.days_per_stay.at,
                         {fmt::format("{}: days_per_stay må ha low og high: hvor ulike foretakene kan være", seen.id),
                          fmt::format("{}: days_per_stay must have low and high: how unlike trusts can be", seen.id)});
        }
        const auto [other, is_first] = of.emplace(std::pair{seen.trust, seen.service}, &seen);
        if (is_first) continue;
        const std::string& trust = scenario.of(seen.trust).id;
        const std::string& service = scenario.of(seen.service).id;
        problems.add(
            seen.stays.at,
            {fmt::format("{} i {} står alt i [[seen_stays]] «{}»", service, trust, other->second->id),
             fmt::format("{} in {} stands in [[seen_stays]] \"{}\" already", service, trust, other->second->id)});
    }
}

} // namespace

void check_levels(const WrittenScenario& scenario, Problems& problems) {
    check_waits(scenario, problems);
    check_seen(scenario, problems);
    check_use_levels(scenario, problems);
    check_seen_stays(scenario, problems);
}

void check_split(const WrittenScenario& scenario, Problems& remarks) {
    if (scenario.seen_stays.empty()) return;
    const std::vector<double> occupied = study::occupied_beds_by_flow(scenario);
    for (const study::UnlikeSplit& unlike : study::splits_unlike_seen(scenario, occupied)) {
        const study::SeenStays& seen = scenario.seen_stays[unlike.seen];
        const std::string& trust = scenario.of(seen.trust).id;
        const std::string& service = scenario.of(seen.service).id;
        const double percent = 100.0;
        remarks.add(seen.stays.at,
                    {fmt::format("{} i {} er {:.0f} % av regionens liggedøgn i {}; talte opphold i [[seen_stays]] "
                                 "tilsier mellom {:.0f} og {:.0f} %",
                                 service, trust, percent * unlike.share, scenario.base_year,
                                 percent * unlike.seen_shares.low, percent * unlike.seen_shares.high),
                     fmt::format("{} in {} is {:.0f} % of the region's bed days in {}; counted stays in [[seen_stays]] "
                                 "say between {:.0f} and {:.0f} %",
                                 service, trust, percent * unlike.share, scenario.base_year,
                                 percent * unlike.seen_shares.low, percent * unlike.seen_shares.high)});
    }
}

} // namespace framsyn::app
