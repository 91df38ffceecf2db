#include "models/study/scenario/planned_beds.hpp"

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

std::optional<double> mean_capacity(const capacity::BedPlan& plan, const Cell& cell, int year) {
    if (cell.trust.is_outside()) return std::nullopt;
    const std::optional<capacity::BedsInYear> beds = plan.staffed_sum(cell.trust, cell.service.services, year);
    return beds ? std::optional(beds->mean) : std::nullopt;
}

} // namespace framsyn::study
