#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/import/activity/year_plan.hpp"

namespace framsyn::app {

/// The counts as entries of a scenario that extends another: [[count]] of every year, [[activity]] of the base year and
/// [[counted_use]]. Where the count of places changes, what a [[change]] would have to say stands beside it.
ResultFile activity_file(const ImportedActivity& imported, const YearPlan& plan, const std::string& name,
                         const std::string& extends, Language language);

/// What the terminal says of it.
std::string activity_report(const ImportedActivity& imported, const YearPlan& plan, const std::string& out,
                            const std::string& file, Language language);

} // namespace framsyn::app
