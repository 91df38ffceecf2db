#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <string>

namespace framsyn::app {

/// A scenario and the path that it was asked for by.
struct Asked {
    std::string path;
    WrittenScenario scenario;
};

/// What differs between two scenarios, value by value, with both places; actions in words. Tables differ by their text.
std::string differences_text(const Asked& one, const Asked& other, Language language, std::size_t width);

/// The same as CSV.
std::string differences_csv(const Asked& one, const Asked& other);

} // namespace framsyn::app
