#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// enough_places.csv
TidyTable enough_places_table(const study::Study& study, bool keep);

} // namespace framsyn::app
