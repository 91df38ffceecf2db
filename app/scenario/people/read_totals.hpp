#pragma once

#include "app/scenario/people/table_cells.hpp"

namespace framsyn::app {

/// Official totals that the projection is led to: by trust or the region, sex or both and span of ages; or a projection
/// by trust as `framsyn import ssb-14288` writes it, in total or by age, of which the scenario's variant is taken.
void read_totals(WrittenScenario& scenario, const TableText& source, Problems& problems);

} // namespace framsyn::app
