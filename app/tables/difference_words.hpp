#pragma once

#include "app/scenario/text/differences.hpp"
#include "models/study/scenario/scenario.hpp"
#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// What stands otherwise, in one language: which entry of which list and what of it, before and after; empty where it
/// isn't there.
struct DifferenceWords {
    std::string what, before, after;
};
/// `scenario` has the names of what an entry is about.
DifferenceWords words_of(const Difference& difference, const study::Scenario& scenario, Language language);

/// The same as a sentence without verb.
std::string in_words(const DifferenceWords& words, Language language);

} // namespace framsyn::app
