#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// bases.csv: the gap if need after the counted years started from other years or one of the models alone.
TidyTable bases_table(const study::Study& study, bool keep);

} // namespace framsyn::app
