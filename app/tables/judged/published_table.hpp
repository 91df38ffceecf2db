#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// published.csv
TidyTable published_table(const study::Study& study, bool keep);

} // namespace framsyn::app
