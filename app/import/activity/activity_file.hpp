#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/import/activity/activity_import.hpp"
#include "app/import/activity/import_year.hpp"

namespace framsyn::app {

/// The counts as entries of a scenario that extends another: [[count]] of every year, [[activity]] of the last one, which
/// becomes the base year. Where the count of places changes, what a [[change]] would have to say stands beside it.
ResultFile activity_file(const ImportedActivity& imported, const std::string& name, const std::string& extends,
                         Language language);

/// The bed days of the last year, by the activity that has them.
std::vector<NewCount> new_counts(const ImportedActivity& imported);

/// What the terminal says of it.
std::string activity_report(const ImportedActivity& imported, const std::string& out, const std::string& file,
                            Language language);

} // namespace framsyn::app
