#pragma once

#include "app/results/moved_cells.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// What a what-if answers, for the terminal: what is done, the eight cells that it moves most, before and after, what
/// happens to the patients there, and what stays as it was.
std::string answer_of(const Comparison& comparison, Language language);

/// The cells that any of the alternatives moves, each with the alternatives in order of the gap in the last year, the base
/// among them; differences where levels can't be said.
std::string ranking_of(const std::vector<Comparison>& comparisons, int last_year, Language language);

} // namespace framsyn::app
