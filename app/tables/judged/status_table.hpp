#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

#include <string>

namespace framsyn::app {

/// status.csv. `counts`: where the table of counts is from.
TidyTable status_table(const study::Study& study, const std::string& counts, bool keep);

} // namespace framsyn::app
