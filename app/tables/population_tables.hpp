#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

// `keep` asks every table for its rows as values too.

TidyTable population_table(const study::Study& study, bool keep); ///< single year of age, main alternative
TidyTable components_table(const study::Study& study, bool keep); ///< births, deaths and moves, main alternative
TidyTable population_quantiles_table(const study::Study& study, bool keep);  ///< by age group, summed within a draw
TidyTable population_indicators_table(const study::Study& study, bool keep); ///< old-age dependency and mean age

} // namespace framsyn::app
