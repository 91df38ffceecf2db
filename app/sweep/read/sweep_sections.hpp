#pragma once

#include "app/scenario/schema/scenario_sections.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Every section and key that a sweep file may have.
const std::vector<Section>& sweep_sections();

/// Result tables that a sweep can keep columns of, without `.csv`.
const std::vector<std::string>& sweep_tables();

/// Columns that say what a row is about, where it isn't trust, service and year: the filters of [[output]].
const std::vector<std::string>& output_filters();

} // namespace framsyn::app
