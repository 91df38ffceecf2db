#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// Remarks on what the simulation will do though it may not be meant: stays so long or so spread that their bed days
/// aren't there after the warm-up, and emergencies who need more beds than are open and who wait for ever. The
/// population must be resolved and the counted year hold.
void remark_on_simulation(const WrittenScenario& scenario, const Value& root, Problems& remarks);

/// Need doesn't follow the stays: a file that changes them on top of another changes the simulation alone, or nothing
/// where no patient follows them.
void remark_on_changed_stays(const WrittenScenario& scenario, const Value& root, Problems& remarks);

/// Of the bed days of a stay with this mean (days) and spread, the share that comes within so many days of admission:
/// E min(X, within) / E X. With a stay's long-stay group, of the whole mixture.
double share_of_days_within(const study::StayInfo& stay, double within_days);

} // namespace framsyn::app
