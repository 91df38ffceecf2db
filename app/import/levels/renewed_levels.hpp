#pragma once

#include "app/ground/files.hpp"
#include "app/import/activity/import_year.hpp"
#include "app/scenario/people/written_scenario.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace framsyn::app {

/// Flows whose levels must follow a new count of bed days, as entries of the same file.
struct RenewedLevels {
    std::string entries;
    std::size_t flows = 0;
};

/// Where the flows to a place give something else than its new count, beyond the count's interval, their levels are
/// multiplied by what is between them: the shares between residences and wards stay. `base` has the new base year.
RenewedLevels renewed_levels(const WrittenScenario& base, const std::vector<NewCount>& counts);

/// What an import of counts adds to its file for the scenario that it is put on, and what is said of it.
struct AddedLevels {
    std::string entries;
    Text said;
};
/// The same of the scenario in a file, which the counts give another base year; where it can't be read so, it is said why.
AddedLevels added_levels(const Files& files, const std::string& base, const YearImport& made);

} // namespace framsyn::app
