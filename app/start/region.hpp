#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/values/text.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// The files of a small region that checks and runs, by their path inside its folder: the scenario with comments in the
/// language, its tables, and the schema for editors. `name` is the folder's; where it can be an id, it is the scenario's.
std::vector<ResultFile> new_region(const std::string& name, Language language);

} // namespace framsyn::app
