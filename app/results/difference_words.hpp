#pragma once

#include "app/scenario/text/differences.hpp"
#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// What stands otherwise, as a sentence without verb: which entry of which list, what of it, before and after.
std::string in_words(const Difference& difference, Language language);

} // namespace framsyn::app
