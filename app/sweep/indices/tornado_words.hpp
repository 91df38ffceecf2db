#pragma once

#include "app/sweep/indices/tornado_study.hpp"

#include <string>

namespace framsyn::app {

/// The trust's cell `trust.service` that lacks the most beds by the utilisation rule.
std::string shortest_cell(const Tornado& tornado);

/// Throws BadInput where a tornado has no such cell.
void check_cell(const Tornado& tornado, const std::string& cell);

/// What people read of a cell: the gap by both rules and the assumptions that move it most, and those that couldn't be tried.
std::string tornado_words(const Tornado& tornado, const std::string& cell, Language language);

/// The same as a chart: bars around the gap, one panel a rule.
std::string tornado_svg(const Tornado& tornado, const std::string& cell, Language language);

} // namespace framsyn::app
