#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// A question that a file on top of another can ask: what it is, and its lines.
struct WhatIfBlock {
    Text about;
    Text toml; ///< the same but for ids, which are in the language of the file
};

/// One for each kind of what-if that the scenario has something for, with its own ids and with dates after what is
/// counted.
std::vector<WhatIfBlock> what_if_blocks(const WrittenScenario& base);

} // namespace framsyn::app
