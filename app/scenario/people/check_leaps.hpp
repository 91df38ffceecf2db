#pragma once

#include "app/ground/problems.hpp"
#include "models/demography/project/project.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Remarks on counted people who leap from one 1 January to the next, by area, sex and age group: a table with a municipality
/// missing or twice, or a column with a digit too many. `path` up to `last_counted` is as counted.
void check_leaps(const demography::PopulationPath& path, int last_counted, const std::vector<std::string>& areas,
                 const Position& table, Problems& remarks);

} // namespace framsyn::app
