#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// gap_parts.csv
TidyTable gap_parts_table(const study::Study& study, bool keep);

} // namespace framsyn::app
