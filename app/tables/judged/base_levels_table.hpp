#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// base_levels.csv
TidyTable base_levels_table(const study::Study& study, bool keep);

} // namespace framsyn::app
