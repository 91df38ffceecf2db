#include "app/scenario/read/check_levels.hpp"

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

} // namespace

void check_levels(const WrittenScenario& scenario, Problems& problems) {
    check_waits(scenario, problems);
    check_seen(scenario, problems);
}

} // namespace framsyn::app
