#pragma once

#include "app/scenario/text/value.hpp"

#include <optional>

namespace framsyn::app {

/// What keys an [[action]] lacks for its kind, or has in vain, in words; nothing where all is as it should be. The entry has
/// passed the schema.
std::optional<Text> fault_in_action_keys(const Value& action);

} // namespace framsyn::app
