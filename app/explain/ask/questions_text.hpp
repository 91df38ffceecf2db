#pragma once

#include "models/study/questions.hpp"
#include "models/values/text.hpp"

#include <cstddef>
#include <string>

namespace framsyn::app {

/// Which figure first, for the terminal: open figures by how many verdicts they would decide, inputs by how many wrong
/// decisions and beds amiss they would spare, and the counts at which a verdict turns.
std::string questions_text(const study::Questions& questions, int year, Language language, std::size_t width);

} // namespace framsyn::app
