#pragma once

#include <string>
#include <utility>
#include <vector>

namespace framsyn::app {

/// The files of scenarios/mal by their path inside it, as they were when the program was built (app/start/template_texts.cmake).
const std::vector<std::pair<std::string, std::string>>& template_texts();

} // namespace framsyn::app
