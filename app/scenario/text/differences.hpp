#pragma once

#include "app/scenario/text/value.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// What stands otherwise in one scenario than in another.
struct Difference {
    std::string key;    ///< list.id.key, section.key; list.id for an entry that only one of them has
    std::string before; ///< as text; empty where there was nothing
    std::string after;  ///< as text; empty where it is taken out
    Position before_at = {}, after_at = {}; ///< where they stand; empty where there is nothing
};

/// What makes `after` another scenario than `before`, in the order of the files. Names and descriptions of the scenario
/// itself, sources and notes are no differences.
std::vector<Difference> differences_between(const Value& before, const Value& after);

/// A value as people read it: a number with its interval, words without quotes, an entry by its keys.
std::string value_text(const Value& value);

} // namespace framsyn::app
