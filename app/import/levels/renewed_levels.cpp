#include "app/import/levels/renewed_levels.hpp"

#include "app/ground/problems.hpp"
#include "app/scenario/read/read_scenario.hpp"
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

AddedLevels added_levels(const Files& files, const std::string& base, const YearImport& made) {
    if (made.counts.empty()) return {};
    Overrides overrides;
    overrides.set = {fmt::format("time.base_year={}", made.base_year)};
    try {
        const RenewedLevels renewed = renewed_levels(read_scenario(files, base, overrides), made.counts);
        if (renewed.flows == 0) return {};
        return {"\n" + renewed.entries.substr(0, renewed.entries.size() - 1),
                {fmt::format("Nivåer i [[flow]] som er regnet om, så de gir de nye døgnene: {}\n", renewed.flows),
                 fmt::format("Levels of [[flow]] that are multiplied, so that they give the new bed days: {}\n",
                             renewed.flows)}};
    } catch (const BadInput& bad) {
        return {
            "",
            {fmt::format("Merk: nivåene i [[flow]] er ikke regnet om, for {} kan ikke leses med base_year = {}: {}\n",
                         base, made.base_year, bad.problems().lines(Language::nb).front()),
             fmt::format("Note: the levels of [[flow]] are as they were, as {} can't be read with base_year = {}: {}\n",
                         base, made.base_year, bad.problems().lines(Language::en).front())}};
    }
}

} // namespace framsyn::app
