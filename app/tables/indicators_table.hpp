#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// `keep` asks for the rows as values too.
TidyTable indicators_table(const study::Study& study, bool keep);

} // namespace framsyn::app
