#include "models/study/bases.hpp"

#include "models/study/draws/use_level.hpp"
#include "models/study/scenario/counted_use.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

double log_of_use(const CountedUse& year) {
    return sim::log(year.bed_days / year.expected_days);
}

/// Use per person of a base over the last counted year's.
double use_at(UseBase base, const std::vector<CountedUse>& counted) {
    const std::size_t last = counted.size() - 1;
    const double now = log_of_use(counted[last]);
    if (base == UseBase::last_count) return 1.0;
    if (base == UseBase::year_before) return sim::exp(log_of_use(counted[last > 0 ? last - 1 : 0]) - now);
    const std::size_t years = std::min<std::size_t>(counted.size(), base == UseBase::mean_of_3 ? 3 : 5);
    double mean = 0.0;
    for (std::size_t i = 0; i < years; ++i) mean += log_of_use(counted[last - i]) / static_cast<double>(years);
    return sim::exp(mean - now);
}

Scenario at(UseBase base, Scenario scenario) {
    switch (base) {
    case UseBase::as_reckoned:
        return scenario;
    case UseBase::returning:
    case UseBase::walking:
        for (UseLevelInfo& level : scenario.use_levels) level.returning.value = base == UseBase::returning ? 1.0 : 0.0;
        return scenario;
    case UseBase::all_open:
        for (UnitInfo& unit : scenario.units) unit.open_share.value = unit.open_share.low = unit.open_share.high = 1.0;
        return scenario;
    default:
        for (ActivityInfo& activity : scenario.activities) {
            if (!activity.counted.empty()) activity.later_use.value *= use_at(base, activity.counted);
        }
        scenario.use_levels.clear();
        return scenario;
    }
}

bool is_counted(const Scenario& scenario, const Cell& cell) {
    return std::any_of(scenario.activities.begin(), scenario.activities.end(), [&](const ActivityInfo& activity) {
        return !activity.counted.empty() && activity.service.id == cell.service.id &&
               (cell.trust.is_region() || activity.is_about(cell.trust));
    });
}

} // namespace

std::vector<GapAtBase> gaps_at_bases(const Study& study) {
    const Scenario& scenario = study.scenario();
    const std::vector<std::size_t> starts = start_of_gaps(scenario);
    std::vector<GapAtBase> all;
    if (std::none_of(scenario.activities.begin(), scenario.activities.end(),
                     [](const ActivityInfo& activity) { return !activity.counted.empty(); }))
        return all;
    for (const auto& name : use_base_names) {
        const Scenario other = at(name.value, scenario);
        const Study central =
            study_of(other, central_sample(other, demography::Projector(other.demography)), std::nullopt);
        for (const Gap& gap : central.gaps()) {
            const Cell& cell = central.cell_of(gap);
            const std::size_t start = starts[cell.service.services.front().index()];
            if (gap.year <= scenario.base_year + static_cast<int>(start) || !is_counted(scenario, cell)) continue;
            all.push_back({name.value, gap.cell, gap.year, gap.rule, gap.need.median, gap.gap.median});
        }
    }
    return all;
}

} // namespace framsyn::study
