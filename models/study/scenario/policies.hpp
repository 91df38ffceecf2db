#pragma once

#include "models/study/scenario/scenario.hpp"

#include <vector>

namespace framsyn::study {

// What actions set from a day on. Where several set the same, the latest holds; in the year it comes its part of the days.

/// Planned utilisation of a provider's service in the mean over a year's days, 0–1.
double utilisation_in(const Scenario& scenario, WhichTrust trust, ServiceId service, int year);

/// Accepted risk of a provider's service in the mean over a year's days, 0–1.
double risk_in(const Scenario& scenario, WhichTrust trust, ServiceId service, int year);

/// Share of a unit's staffed beds that are open on a day, and in the mean over a year's days, 0–1.
double open_share_on(const Scenario& scenario, UnitId unit, const Date& day);
double open_share_in(const Scenario& scenario, UnitId unit, int year);

/// Days on which that share changes, in order.
std::vector<Date> days_of_open_share(const Scenario& scenario, UnitId unit);

} // namespace framsyn::study
