#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "app/sweep/variance_table.hpp"
#include "models/study/study.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Writes a run as NetCDF: the number columns of its tables by trust, service, year and their other keys, and every draw
/// (`draw_need_bed_days`, `draw_need`, `draw_need_service_level`) and replication (`replication_<measure>`); shares of variance where there are any (`variance_draw_<measure>`, `variance_replication_<measure>`).
/// Throws Failure.
void write_run_netcdf(const std::string& path, const WrittenScenario& scenario, const study::Study& study,
                      const std::vector<VarianceRow>& variance, const std::string& version);

} // namespace framsyn::app
