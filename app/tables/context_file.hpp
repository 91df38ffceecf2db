#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "app/tables/settings.hpp"
#include "models/study/study.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What a scenario is held against: a file, and what the scenario has otherwise.
struct Against {
    std::string file; ///< without its folder
    std::vector<Setting> settings;
};

/// What charts and report need beside the tables: names, years, notes, differences; those in words from what the scenario is
/// compared with, from the file it builds on where it is compared with none.
ResultFile context_file(const WrittenScenario& scenario, const study::Study& study,
                        const std::optional<Against>& against = std::nullopt);

} // namespace framsyn::app
