#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// staff_need.csv
TidyTable staff_need_table(const study::Study& study, bool keep);

} // namespace framsyn::app
