#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// together.csv
TidyTable together_table(const study::Study& study, bool keep);

} // namespace framsyn::app
