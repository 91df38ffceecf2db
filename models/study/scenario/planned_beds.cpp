#include "models/study/scenario/planned_beds.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace framsyn::study {

capacity::BedPlan planned_beds(const Scenario& scenario) {
    std::vector<capacity::UnitBeds> units;
    for (const UnitInfo& unit : scenario.units) {
        units.push_back(
            {unit.trust, unit.service, unit.beds.value, unit.surge ? std::optional(unit.surge->value) : std::nullopt});
    }
    std::vector<capacity::DatedBeds> changes;
    for (const ChangeInfo& change : scenario.changes) {
        if (change.counts()) changes.push_back({change.unit, change.when, change.beds.value});
    }
    std::vector<capacity::DatedSurge> surge;
    for (const ActionInfo& action : scenario.actions) {
        if (action.kind != ActionKind::surge || !action.counts()) continue;
        for (const Period& period : action.when) surge.push_back({*action.unit, period, action.beds->value});
    }
    return {std::move(units), std::move(changes), scenario.capacity_from, scenario.last_year, std::move(surge)};
}

std::vector<BedsForATime> capacity_through(const Scenario& scenario, const capacity::BedPlan& plan, const Cell& cell,
                                           int year) {
    std::map<Date, double> changes{{{year, 1, 1}, 0.0}};
    bool has_beds = false;
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        const UnitInfo& unit = scenario.units[u];
        const auto& services = cell.service.services;
        if (!(cell.trust.is_region() || cell.trust == unit.trust) ||
            std::find(services.begin(), services.end(), unit.service) == services.end())
            continue;
        has_beds = true;
        double beds = unit.beds.value; // so far
        double on_new_year = beds;
        for (const capacity::BedStep& step : plan.steps(UnitId(u))) {
            if (step.date.year > year) break;
            if (step.date <= Date{year, 1, 1})
                on_new_year = step.staffed;
            else
                changes[step.date] += step.staffed - beds;
            beds = step.staffed;
        }
        changes[{year, 1, 1}] += on_new_year;
    }
    if (!has_beds) return {};
    std::vector<BedsForATime> through;
    double beds = 0.0;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        beds += change->second;
        const auto next = std::next(change);
        const Date end = next == changes.end() ? Date{year + 1, 1, 1} : next->first;
        const long days = days_since_2000(end) - days_since_2000(change->first);
        through.push_back({change->first, static_cast<double>(days) / days_in_year(year), beds});
    }
    return through;
}

std::optional<double> mean_capacity(const capacity::BedPlan& plan, const Cell& cell, int year) {
    if (cell.trust.is_outside()) return std::nullopt;
    const std::optional<capacity::BedsInYear> beds = plan.staffed_sum(cell.trust, cell.service.services, year);
    return beds ? std::optional(beds->mean) : std::nullopt;
}

} // namespace framsyn::study
