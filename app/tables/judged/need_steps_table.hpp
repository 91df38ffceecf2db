#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// need_steps.csv
TidyTable need_steps_table(const study::Study& study, bool keep);

} // namespace framsyn::app
