#include "models/capacity/bed_plan.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>

namespace framsyn::capacity {
namespace {

Date next_day(const Date& date) {
    using namespace std::chrono;
    const sys_days day =
        year(date.year) / month(static_cast<unsigned>(date.month)) / std::chrono::day(static_cast<unsigned>(date.day));
    const year_month_day next(day + days(1));
    return {static_cast<int>(next.year()), static_cast<int>(static_cast<unsigned>(next.month())),
            static_cast<int>(static_cast<unsigned>(next.day()))};
}

/// Adds what one change does to the staffed beds, by the day it happens.
void add_steps(const DatedBeds& change, std::map<Date, double>& by_day) {
    const std::optional<Date>& until = change.when.until;
    if (until && *until <= change.when.from) return;
    const Date full_from = std::max(change.when.from, change.when.full_from);
    double there = 0.0;
    for (Date day = change.when.from; day < full_from && (!until || day < *until); day = next_day(day)) {
        const double open = std::floor(change.beds * weight_on(change.when, day) + 0.5);
        if (open != there) by_day[day] += open - there;
        there = open;
    }
    if (!until || full_from < *until) {
        if (change.beds != there) by_day[full_from] += change.beds - there;
        there = change.beds;
    }
    if (until) by_day[*until] -= there;
}

} // namespace

BedPlan::BedPlan(std::vector<UnitBeds> units, std::vector<DatedBeds> changes, int first_year, int last_year,
                 std::vector<DatedSurge> surge)
    : units_(std::move(units)), changes_(std::move(changes)), surge_(std::move(surge)), first_year_(first_year),
      staffed_(units_.size()) {
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
        for (int year = first_year; year <= last_year; ++year) {
            BedsInYear beds{units_[unit].staffed, units_[unit].staffed};
            for (const DatedBeds& change : changes_) {
                if (change.unit != UnitId(unit)) continue;
                beds.mean += change.beds * mean_weight(change.when, year);
                beds.end += change.beds * weight_on(change.when, {year, 12, 31});
            }
            staffed_[unit].push_back(beds);
        }
    }
}

const BedsInYear& BedPlan::staffed(UnitId unit, int year) const {
    return staffed_[unit.index()].at(static_cast<std::size_t>(year - first_year_));
}

std::optional<double> BedPlan::surge(UnitId unit, int year) const {
    const std::optional<double> total = surge_on(unit, {year, 12, 31});
    if (!total) return std::nullopt;
    return std::max(*total, staffed(unit, year).end);
}

std::optional<double> BedPlan::surge_on(UnitId unit, const Date& day) const {
    std::optional<double> total = at_start(unit).surge;
    for (const DatedSurge& dated : surge_) {
        if (dated.unit == unit && weight_on(dated.when, day) > 0.0) total = dated.total;
    }
    return total;
}

std::vector<Date> BedPlan::days_of_surge(UnitId unit) const {
    std::set<Date> days;
    for (const DatedSurge& dated : surge_) {
        if (dated.unit != unit) continue;
        days.insert(dated.when.from);
        if (dated.when.until) days.insert(*dated.when.until);
    }
    return {days.begin(), days.end()};
}

std::optional<BedsInYear> BedPlan::staffed_sum(WhichTrust trust, const std::vector<ServiceId>& services,
                                               int year) const {
    std::optional<BedsInYear> sum;
    for (std::size_t unit = 0; unit < units(); ++unit) {
        if (!belongs(UnitId(unit), trust, services)) continue;
        const BedsInYear& beds = staffed(UnitId(unit), year);
        sum = BedsInYear{(sum ? sum->mean : 0.0) + beds.mean, (sum ? sum->end : 0.0) + beds.end};
    }
    return sum;
}

std::optional<double> BedPlan::surge_sum(WhichTrust trust, const std::vector<ServiceId>& services, int year) const {
    std::optional<double> sum;
    for (std::size_t unit = 0; unit < units(); ++unit) {
        if (!belongs(UnitId(unit), trust, services)) continue;
        if (const std::optional<double> beds = surge(UnitId(unit), year)) sum = sum.value_or(0.0) + *beds;
    }
    return sum;
}

std::vector<BedStep> BedPlan::steps(UnitId unit) const {
    std::map<Date, double> by_day;
    for (const DatedBeds& change : changes_) {
        if (change.unit == unit) add_steps(change, by_day);
    }
    std::vector<BedStep> steps;
    double staffed = at_start(unit).staffed;
    for (const auto& [date, beds] : by_day) {
        staffed += beds;
        steps.push_back({date, staffed});
    }
    return steps;
}

bool BedPlan::belongs(UnitId unit, WhichTrust trust, const std::vector<ServiceId>& services) const {
    const UnitBeds& beds = at_start(unit);
    return (trust.is_region() || trust == beds.trust) &&
           std::find(services.begin(), services.end(), beds.service) != services.end();
}

} // namespace framsyn::capacity
