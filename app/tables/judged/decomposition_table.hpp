#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// decomposition.csv: the change of need since the base year in bed days, by cause; calendar is the year's length. Causes are
/// those of the gap's parts, the mean over draws of Shapley values; counted is what changed until the last counted year.
TidyTable decomposition_table(const study::Study& study, bool keep);

/// decomposition_beds.csv: the same in beds by the utilisation rule. Causes at the base year's beds per occupied bed;
/// utilisation is what planned utilisation and open shares do since then.
TidyTable decomposition_beds_table(const study::Study& study, bool keep);

} // namespace framsyn::app
