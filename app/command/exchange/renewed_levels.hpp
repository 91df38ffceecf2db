#pragma once

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

} // namespace framsyn::app
