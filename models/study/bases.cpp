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
double use_at(GapBase base, const std::vector<CountedUse>& counted) {
    const std::size_t last = counted.size() - 1;
    const double now = log_of_use(counted[last]);
    if (base == GapBase::last_count) return 1.0;
    if (base == GapBase::year_before) return sim::exp(log_of_use(counted[last > 0 ? last - 1 : 0]) - now);
    const std::size_t years = std::min<std::size_t>(counted.size(), base == GapBase::mean_of_3 ? 3 : 5);
    double mean = 0.0;
    for (std::size_t i = 0; i < years; ++i) mean += log_of_use(counted[last - i]) / static_cast<double>(years);
    return sim::exp(mean - now);
}

/// A quantity at an end of its interval; whether that is another value.
bool move_to_end(Quantity& quantity, bool high) {
    const double end = high ? quantity.high : quantity.low;
    if (!quantity.has_interval() || end == quantity.value) return false;
    quantity.value = end;
    return true;
}

bool move_utilisation(Scenario& scenario, bool high) {
    bool moved = false;
    for (ServiceInfo& service : scenario.services) moved = move_to_end(service.utilisation, high) || moved;
    for (UtilisationInfo& one : scenario.utilisations) moved = move_to_end(one.utilisation, high) || moved;
    return moved;
}

bool move_service_level(Scenario& scenario, bool mild) {
    bool moved = false;
    for (ServiceInfo& service : scenario.services) {
        moved = move_to_end(service.risk, mild) || moved;
        moved = move_to_end(service.tolerated_wait, mild) || moved;
    }
    return moved;
}

/// Takes out what changes beds after the last counted year; whether there was any.
bool leave_plans_out(Scenario& scenario) {
    const std::vector<std::size_t> starts = start_of_gaps(scenario);
    const auto is_ahead = [&](const ChangeInfo& change) {
        const std::size_t start = starts[scenario.of(change.unit).service.index()];
        return change.counts() && change.when.from.year > scenario.base_year + static_cast<int>(start);
    };
    return std::erase_if(scenario.changes, is_ahead) > 0;
}

bool stop_growth(Scenario& scenario) {
    bool moved = false;
    for (StockInfo& stock : scenario.stocks) {
        moved = moved || stock.growth.value != 0.0;
        stock.growth.value = 0.0;
    }
    return moved;
}

Scenario with_use_from(GapBase base, Scenario scenario) {
    for (ActivityInfo& activity : scenario.activities) {
        if (!activity.counted.empty()) activity.later_use.value *= use_at(base, activity.counted);
    }
    scenario.use_levels.clear();
    return scenario;
}

/// The scenario on a base; none where that is the same.
std::optional<Scenario> at(GapBase base, Scenario scenario) {
    const auto if_moved = [&](bool moved) { return moved ? std::optional(std::move(scenario)) : std::nullopt; };
    switch (base) {
    case GapBase::as_reckoned:
        return scenario;
    case GapBase::no_plans:
        return if_moved(leave_plans_out(scenario));
    case GapBase::no_growth:
        return if_moved(stop_growth(scenario));
    case GapBase::low_utilisation:
    case GapBase::high_utilisation:
        return if_moved(move_utilisation(scenario, base == GapBase::high_utilisation));
    case GapBase::strict_service_level:
    case GapBase::mild_service_level:
        return if_moved(move_service_level(scenario, base == GapBase::mild_service_level));
    case GapBase::returning:
    case GapBase::walking:
        for (UseLevelInfo& level : scenario.use_levels) level.returning.value = base == GapBase::returning ? 1.0 : 0.0;
        return scenario;
    case GapBase::all_open:
        for (UnitInfo& unit : scenario.units) unit.open_share.value = unit.open_share.low = unit.open_share.high = 1.0;
        return scenario;
    default:
        return with_use_from(base, std::move(scenario));
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
    for (const auto& name : gap_base_names) {
        const std::optional<Scenario> other = at(name.value, scenario);
        if (!other) continue;
        const Study central =
            study_of(*other, central_sample(*other, demography::Projector(other->demography)), std::nullopt);
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
