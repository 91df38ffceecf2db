#pragma once

#include "models/study/answers/solve.hpp"
#include "models/values/text.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// What the terminal says of how much is enough: the question, the answer by each rule with its intervals, and the answer
/// as an action to copy into a file that extends the scenario's.
std::string enough_words(const study::Scenario& scenario, const study::HowMuch& question,
                         const std::vector<study::Enough>& answers, std::size_t draws, Language language);

} // namespace framsyn::app
