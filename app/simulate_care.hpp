#pragma once

#include "app/tables/result_tables.hpp"

namespace framsyn::app {

/// Simulates care for all replications (2k and 2k+1 share draw k) and boils them down to rows; the same numbers for
/// any number of threads. Throws Interrupted.
void simulate_care(const Scenario& scenario, const demography::Projector& projector, const RunControl& control,
                   RunResults& results);

} // namespace framsyn::app
