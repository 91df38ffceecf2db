#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/questions.hpp"

namespace framsyn::app {

/// information.csv: which figure first. Measures: decided (share of the made-up values of an open figure that settle the
/// verdict), wrong-utilisation and wrong-service-level (fewer wrong decisions), beds (fewer beds amiss), expected,
/// trigger-short and trigger-enough (what is counted in the year that the input names).
TidyTable information_table(const study::Questions& questions, bool keep);

} // namespace framsyn::app
