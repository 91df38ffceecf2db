#pragma once

#include "app/command/common.hpp"
#include "app/results/moved_cells.hpp"
#include "models/study/study.hpp"

#include <optional>

namespace framsyn::app {

/// What a scenario that extends others changes against the file at the root of their chain, which is studied in the same
/// draws and replications; nothing for a scenario that extends none or is of people alone. A root that can't be read by
/// itself is no reason to stop: it is said on standard error.
std::optional<Comparison> comparison_with_root(const WrittenScenario& scenario, const study::Study& study,
                                               const CommonOptions& options);

} // namespace framsyn::app
