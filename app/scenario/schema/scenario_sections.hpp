#pragma once

#include "app/scenario/text/text_rule.hpp"
#include "models/values/quantity.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace framsyn::app {

/// What a key of a scenario file may hold.
enum class Kind {
    text,
    flag,
    integer,
    date,
    choice,     ///< one of `choices`
    choices,    ///< a list of `choices`
    reference,  ///< the id of an entry in one of `lists` (or one of `choices`)
    references, ///< a list of such ids
    quantity,   ///< a number with interval, status and source
    own         ///< what only its reader knows; it checks it too
};

struct Key {
    std::string name;
    Kind kind = Kind::text;
    bool required = true;
    std::string help; ///< one English sentence for the published schema and docs
    Measured unit = Measured::none;
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    std::vector<std::string> choices = {};
    std::vector<std::string> lists = {};
    std::size_t longest = longest_name; ///< letters of a text
};

/// A `[section]` or, as a list, the `[[section]]` entries of a scenario file.
struct Section {
    std::string name;
    bool list = false;
    bool required = true;
    std::string help;
    std::vector<Key> keys;
    /// The keys that say what an entry of a list is about: two entries with the same would be two answers to one question.
    /// Where a key holds several names, each of them counts.
    std::vector<std::string> about = {};
};

/// Every section and key that a scenario file may have: the one table behind checking, the published JSON Schema
/// and the documentation.
const std::vector<Section>& scenario_sections();

} // namespace framsyn::app
