#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <filesystem>
#include <string>

namespace framsyn::app {

/// The scenario that a result folder is of, read from its file. Throws BadInput where results and texts don't belong
/// together: other texts, numbers of the command line, another seed; and where there are no beds to ask about. `typed`: the
/// folder as messages name it.
WrittenScenario scenario_of_results(const std::filesystem::path& folder, const std::string& typed,
                                    const std::string& scenario);

/// Copies its texts and those of its root into `work`; the file there that says what a report needs to be asked.
std::filesystem::path description_of_asked(const WrittenScenario& scenario, const std::string& path,
                                           const std::filesystem::path& folder, const std::filesystem::path& work);

} // namespace framsyn::app
