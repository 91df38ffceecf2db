#pragma once

#include "models/study/study.hpp"

namespace framsyn::app {

/// The finding for the terminal: how many people, and how many of them old, in the first and last year.
std::string population_summary(const study::Study& study, Language language);

} // namespace framsyn::app
