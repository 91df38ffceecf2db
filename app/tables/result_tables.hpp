#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

// People
ResultFile population_table(const study::Study& study);            ///< single year of age, main alternative
ResultFile components_table(const study::Study& study);            ///< births, deaths and moves, main alternative
ResultFile population_quantiles_table(const study::Study& study);  ///< by age group, summed within a draw
ResultFile population_indicators_table(const study::Study& study); ///< old-age dependency and mean age

// Need and capacity
ResultFile need_table(const study::Study& study);
ResultFile need_by_residence_table(const study::Study& study);
ResultFile capacity_table(const study::Study& study);
ResultFile plan_table(const study::Scenario& scenario);
ResultFile gap_table(const study::Study& study);
ResultFile gap_by_utilisation_table(const study::Study& study);
ResultFile change_table(const study::Study& study);
ResultFile quantiles_table(const study::Study& study);
ResultFile indicators_table(const study::Study& study);

// Care
ResultFile care_table(const study::Study& study);
ResultFile care_by_site_table(const study::Study& study);
ResultFile flows_table(const study::Study& study);

ResultFile assumptions_table(const WrittenScenario& scenario);
/// What charts and report need beside the tables: names, years, notes, differences.
ResultFile context_file(const WrittenScenario& scenario, const study::Study& study);

/// All tables of a study in the order of docs/results.md (the longest to make first); need and what follows from it
/// only where the scenario has services, those of care only where care is simulated. `study` is that of `scenario`.
std::vector<ResultFile> result_tables(const WrittenScenario& scenario, const study::Study& study);

} // namespace framsyn::app
