#pragma once

#include "models/study/scenario/scenario.hpp"

namespace framsyn::study {

/// The bed days of a count hold a trust's use in counted years: those of an activity that isn't an assumed part of one.
bool holds_bed_days(const ActivityInfo& activity);

/// The activities whose counts hold what a place gives of a service, as a part's and its group's: indices.
std::vector<std::size_t> counts_that_hold(const Scenario& scenario, WhichTrust at, ServiceId service);

/// Years from the base year to the last counted one.
std::size_t last_counted(const Scenario& scenario, const ActivityInfo& activity);
/// The same of what a place gives of a service; 0 where nothing is counted after the base year.
std::size_t last_counted(const Scenario& scenario, WhichTrust at, ServiceId service);

/// Years from the base year to the last one that is counted at every trust with patients of a service, and of the services
/// that stand in a group with it; 0 where nothing later is counted. [service]
std::vector<std::size_t> start_of_gaps(const Scenario& scenario);

/// How an activity's level moves after its last counted year; nullptr where it is said to stand still.
const UseLevelInfo* level_of_use(const Scenario& scenario, const ActivityInfo& activity);

} // namespace framsyn::study
