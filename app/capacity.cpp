#include "app/capacity.hpp"

#include "models/values/date.hpp"

#include <algorithm>

namespace framsyn::app {
namespace {

/// A change counts from its date to the end of that year, in days.
double share_of_year_left(const Date& date) {
    const long begin = days_since_2000(date);
    const long end = days_since_2000({date.year + 1, 1, 1});
    return static_cast<double>(end - begin) / days_in_year(date.year);
}

std::vector<BedsInYear> staffed_by_year(const Scenario& scenario, std::size_t unit) {
    std::vector<BedsInYear> years;
    double beds = scenario.units[unit].beds.value;
    for (int year = scenario.capacity_from; year <= scenario.last_year; ++year) {
        BedsInYear in_year{beds, beds};
        for (const ChangeInfo& change : scenario.changes) {
            if (change.unit != unit || change.date.year != year || !change.counts()) continue;
            in_year.mean += change.beds.value * share_of_year_left(change.date);
            in_year.end += change.beds.value;
        }
        beds = in_year.end;
        years.push_back(in_year);
    }
    return years;
}

bool belongs(const UnitInfo& unit, std::optional<std::size_t> trust, const std::vector<std::size_t>& services) {
    return (!trust || unit.trust == *trust) &&
           std::find(services.begin(), services.end(), unit.service) != services.end();
}

} // namespace

CapacityPlan::CapacityPlan(const Scenario& scenario) : scenario_(&scenario), first_year_(scenario.capacity_from) {
    for (std::size_t unit = 0; unit < scenario.units.size(); ++unit)
        staffed_.push_back(staffed_by_year(scenario, unit));
}

const BedsInYear& CapacityPlan::staffed(std::size_t unit, int year) const {
    return staffed_[unit].at(static_cast<std::size_t>(year - first_year_));
}

std::optional<double> CapacityPlan::surge(std::size_t unit, int year) const {
    const std::optional<Quantity>& total = scenario_->units[unit].surge;
    if (!total) return std::nullopt;
    return std::max(total->value, staffed(unit, year).end);
}

std::optional<BedsInYear> CapacityPlan::staffed_sum(std::optional<std::size_t> trust,
                                                    const std::vector<std::size_t>& services, int year) const {
    std::optional<BedsInYear> sum;
    for (std::size_t unit = 0; unit < scenario_->units.size(); ++unit) {
        if (!belongs(scenario_->units[unit], trust, services)) continue;
        const BedsInYear& beds = staffed(unit, year);
        sum = BedsInYear{(sum ? sum->mean : 0.0) + beds.mean, (sum ? sum->end : 0.0) + beds.end};
    }
    return sum;
}

std::optional<double> CapacityPlan::surge_sum(std::optional<std::size_t> trust,
                                              const std::vector<std::size_t>& services, int year) const {
    std::optional<double> sum;
    for (std::size_t unit = 0; unit < scenario_->units.size(); ++unit) {
        if (!belongs(scenario_->units[unit], trust, services)) continue;
        if (const std::optional<double> beds = surge(unit, year)) sum = sum.value_or(0.0) + *beds;
    }
    return sum;
}

} // namespace framsyn::app
