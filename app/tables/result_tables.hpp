#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/need_sample.hpp"
#include "app/tables/population_tables.hpp"
#include "models/care/summary.hpp"

namespace framsyn::app {

/// Everything that was computed in a run, before it becomes files.
struct RunResults {
    demography::PopulationPath population; ///< main alternative
    PopulationSample population_sample;
    NeedSample need;
    // Simulated care; empty when only need was projected.
    std::vector<care::CareRow> care;
    std::vector<care::CareRow> care_by_site;
    std::vector<care::FlowRow> flows;
};

ResultFile need_table(const Scenario& scenario, const NeedSample& need);
ResultFile need_by_residence_table(const Scenario& scenario, const NeedSample& need);
ResultFile capacity_table(const Scenario& scenario, const CapacityPlan& plan);
ResultFile plan_table(const Scenario& scenario);
ResultFile gap_table(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need);
ResultFile gap_by_utilisation_table(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need);
ResultFile change_table(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need);
ResultFile quantiles_table(const Scenario& scenario, const CapacityPlan& plan, const NeedSample& need);
ResultFile care_table(const std::vector<care::CareRow>& rows);
ResultFile care_by_site_table(const std::vector<care::CareRow>& rows);
ResultFile flows_table(const std::vector<care::FlowRow>& rows);
ResultFile assumptions_table(const Scenario& scenario);
ResultFile indicators_table(const Scenario& scenario, const CapacityPlan& plan, const RunResults& results);
ResultFile context_file(const Scenario& scenario, const NeedSample& need, bool simulated);

/// All tables of a run in the order of docs/results.md (the longest to make first); need and what follows from it
/// only where the scenario has services, those of care only where care was simulated.
std::vector<ResultFile> result_tables(const Scenario& scenario, const CapacityPlan& plan, const RunResults& results,
                                      int threads);

} // namespace framsyn::app
