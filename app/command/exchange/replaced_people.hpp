#pragma once

#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// Remarks, as lines, on a table of people that takes the place of another: years and trusts that are gone, a 1 January that
/// is another number than it was, a new year that leaps from the last one. Nothing where the older text is no such table.
std::string against_replaced(const std::string& before, const std::string& after, Language language);

} // namespace framsyn::app
