#pragma once

#include "app/tables/catalogue/catalogue.hpp"

#include <vector>

namespace framsyn::app {

/// The tables that say what may be concluded, and what it rests on.
std::vector<TableEntry> judged_entries();

} // namespace framsyn::app
