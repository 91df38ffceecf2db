#include "models/study/scenario/policies.hpp"

#include <algorithm>
#include <set>

namespace framsyn::study {
namespace {

template <class T, class List>
bool holds(const List& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// A time in which something is set to a number.
struct Setting {
    Period when;
    double value = 0.0;
};

/// What is set on top of what was so before, in order, in the mean over a year's days. Where two hold in the year each day
/// has its own answer: what is set last holds, and what it replaces comes back after it.
double mean_over(const std::vector<Setting>& settings, double before, int year) {
    std::vector<Setting> within;
    for (const Setting& setting : settings) {
        if (mean_weight(setting.when, year) > 0.0) within.push_back(setting);
    }
    if (within.empty()) return before;
    if (within.size() == 1) return before + mean_weight(within.front().when, year) * (within.front().value - before);
    double sum = 0.0;
    const long first = days_since_2000({year, 1, 1});
    for (int day = 0; day < days_in_year(year); ++day) {
        double value = before;
        for (const Setting& setting : within)
            value += weight_on(setting.when, date_of_day(first + day)) * (setting.value - value);
        sum += value;
    }
    return sum / days_in_year(year);
}

double set_in(const Scenario& scenario, ActionKind kind, WhichTrust trust, ServiceId service, int year, double before) {
    std::vector<Setting> settings;
    for (const ActionInfo& action : scenario.actions) {
        if (action.kind != kind || !action.counts() || !holds(action.policy->at, trust) ||
            !holds(action.policy->services, service))
            continue;
        for (const Period& period : action.when) settings.push_back({period, action.policy->value.value});
    }
    return mean_over(settings, before, year);
}

bool sets_open_share(const ActionInfo& action, UnitId unit) {
    return action.open_share && action.unit == unit && action.counts();
}

} // namespace

double utilisation_in(const Scenario& scenario, WhichTrust trust, ServiceId service, int year) {
    return set_in(scenario, ActionKind::utilisation, trust, service, year,
                  utilisation_of(scenario, trust, service).value);
}

double risk_in(const Scenario& scenario, WhichTrust trust, ServiceId service, int year) {
    return set_in(scenario, ActionKind::risk, trust, service, year, scenario.of(service).risk.value);
}

double open_share_on(const Scenario& scenario, UnitId unit, const Date& day) {
    double share = scenario.of(unit).open_share.value;
    for (const ActionInfo& action : scenario.actions) {
        if (!sets_open_share(action, unit)) continue;
        for (const Period& period : action.when) {
            if (weight_on(period, day) > 0.0) share = action.open_share->value;
        }
    }
    return share;
}

double open_share_in(const Scenario& scenario, UnitId unit, int year) {
    std::vector<Setting> settings;
    for (const ActionInfo& action : scenario.actions) {
        if (!sets_open_share(action, unit)) continue;
        for (const Period& period : action.when) settings.push_back({period, action.open_share->value});
    }
    return mean_over(settings, scenario.of(unit).open_share.value, year);
}

std::vector<Date> days_of_open_share(const Scenario& scenario, UnitId unit) {
    std::set<Date> days;
    for (const ActionInfo& action : scenario.actions) {
        if (!sets_open_share(action, unit)) continue;
        for (const Period& period : action.when) {
            days.insert(period.from);
            if (period.until) days.insert(*period.until);
        }
    }
    return {days.begin(), days.end()};
}

} // namespace framsyn::study
