#pragma once

#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// What the models of the population say of numbers they can't use, in both languages. What isn't known here is told in
/// general words in Norwegian, and as the model put it in English.
Text model_text(const std::string& what);

} // namespace framsyn::app
