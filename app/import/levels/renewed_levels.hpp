#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <cstddef>
#include <string>

namespace framsyn::app {

/// Flows whose levels must follow counts of bed days, as entries of the same file.
struct RenewedLevels {
    std::string entries;
    std::size_t flows = 0;
};

/// Where the flows to a place give something else than what its [[activity]] says, their levels are multiplied by what is
/// between them: the shares between residences and wards stay. That is beyond the activity's interval, or beyond half of the
/// tenth that is allowed where it has none, so that next year's people don't put it out again. The scenario is read with its
/// counts left aside.
RenewedLevels renewed_levels(study::Scenario scenario);

} // namespace framsyn::app
