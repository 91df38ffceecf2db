#include "models/study/scenario/policies.hpp"

#include <algorithm>
#include <set>

namespace framsyn::study {
namespace {

template <class T, class List>
bool holds(const List& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// What was so before, with all that is set on top as far as it holds in the year.
double set_in(const Scenario& scenario, ActionKind kind, WhichTrust trust, ServiceId service, int year, double before) {
    double value = before;
    for (const ActionInfo& action : scenario.actions) {
        if (action.kind != kind || !action.counts() || !holds(action.policy->at, trust) ||
            !holds(action.policy->services, service))
            continue;
        for (const Period& period : action.when)
            value += mean_weight(period, year) * (action.policy->value.value - value);
    }
    return value;
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
    double share = scenario.of(unit).open_share.value;
    for (const ActionInfo& action : scenario.actions) {
        if (!sets_open_share(action, unit)) continue;
        for (const Period& period : action.when)
            share += mean_weight(period, year) * (action.open_share->value - share);
    }
    return share;
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
