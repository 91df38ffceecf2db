#pragma once

#include "app/sweep/sweep_folder.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Writes points.csv (a row a point: status, seed, parameters) and sweep.csv (a row an outcome) into the sweep's folder.
/// Missing points have rows in points.csv alone. Returns their paths. Throws WriteFailed.
std::vector<std::string> write_sweep_csv(const SweepFolder& folder, const SweepState& state);

} // namespace framsyn::app
