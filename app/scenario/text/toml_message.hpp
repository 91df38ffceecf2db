#pragma once

#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// What toml++ says of a file it can't read, in words for somebody who edits scenarios and doesn't know TOML. What isn't
/// known here comes in English as the parser put it, and in Norwegian without its words.
Text toml_message(const std::string& description);

} // namespace framsyn::app
