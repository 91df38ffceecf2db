#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

// `keep` asks every table for its rows as values too.

TidyTable capacity_table(const study::Study& study, bool keep);
TidyTable plan_table(const study::Scenario& scenario, bool keep);

} // namespace framsyn::app
