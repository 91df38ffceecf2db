#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// counted.csv: the counted years of every cell, back to where the counts begin.
TidyTable counted_table(const study::Study& study, bool keep);

} // namespace framsyn::app
