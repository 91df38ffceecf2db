#pragma once

#include "models/values/text.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace framsyn::app {

/// Draws the charts and the report of a result folder: the program in plots/, run by Node.js, reads the folder's files
/// and nothing else. `edited` names result files that were changed since the run, to be said in the report.
/// Throws BadInput if it finds the files malformed (it prints which), std::runtime_error if it fails otherwise.
void draw_charts(const std::filesystem::path& folder, Language language, const std::vector<std::string>& edited);

} // namespace framsyn::app
