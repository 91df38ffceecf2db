#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Something that a scenario has otherwise than another, in words: an action of it as a whole, or another input.
struct Setting {
    std::string address; ///< action.<id>, list.id.key, section.key or table.<id>
    Text name;           ///< what it is called
    Text before, after;  ///< empty where it isn't there
    Text said;           ///< all of it as a sentence
};

/// Everything that `alternative` does on top of `base` and has otherwise, none left out: actions by id, then inputs by address,
/// then tables. How much is drawn is no setting: it is the same on both sides of a comparison.
std::vector<Setting> settings_of(const WrittenScenario& base, const WrittenScenario& alternative);

/// What a scenario has otherwise than the file it builds on, where that file isn't compared with.
std::vector<Setting> settings_on_file(const WrittenScenario& scenario);

} // namespace framsyn::app
