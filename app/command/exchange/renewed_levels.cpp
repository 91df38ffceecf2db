#include "app/command/exchange/renewed_levels.hpp"

#include "models/study/draws/counted_year.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

std::string entry_of(const study::FlowInfo& flow, double factor, int year) {
    std::string level = fmt::format("value = {:.6f}", factor * flow.level.value);
    if (flow.level.has_interval())
        level += fmt::format(", low = {:.6f}, high = {:.6f}", factor * flow.level.low, factor * flow.level.high);
    return fmt::format(
        "[[flow]]\nid = \"{}\"\nlevel = {{ {}, status = \"{}\", source = \"The level before times {:.4f}: held to "
        "the bed days of {} (SSB table 13942)\" }}\n\n",
        flow.id, level, flow.level.status == Status::assumed ? "assumed" : "derived", factor, year);
}

} // namespace

RenewedLevels renewed_levels(const WrittenScenario& base, const std::vector<NewCount>& counts) {
    RenewedLevels renewed;
    for (const study::CountedYear& year : study::counted_year(base)) {
        const study::ActivityInfo& activity = base.activities[year.activity];
        const auto count = std::find_if(counts.begin(), counts.end(),
                                        [&](const NewCount& one) { return one.activity == activity.id; });
        if (count == counts.end() || !(year.flows > 0.0) || (year.flows >= count->low && year.flows <= count->high))
            continue;
        for (const study::FlowInfo& flow : base.flows) {
            const auto& services = activity.service.services;
            const bool is_of = std::find(services.begin(), services.end(), flow.service) != services.end();
            if (!activity.is_about(flow.at) || !is_of || !flow.has_level || flow.made_by_action) continue;
            renewed.entries += entry_of(flow, count->bed_days / year.flows, base.base_year);
            ++renewed.flows;
        }
    }
    return renewed;
}

} // namespace framsyn::app
