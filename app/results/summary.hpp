#pragma once

#include "models/study/study.hpp"

namespace framsyn::app {

/// What a run found, in a few lines for the terminal: for each service the trust that worsens most since the base year,
/// with its 80 % interval, and shortages only where the cell is identified.
std::string summary_of(const study::Study& study, Language language);

} // namespace framsyn::app
