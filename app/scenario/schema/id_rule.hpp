#pragma once

#include "models/values/text.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

/// What is wrong with an id: ids are parts of addresses and of files' names, so they are 1 to 64 letters (of any
/// language), digits, - and _, and none of the names that a file system keeps for itself (con, nul, com1 …). Nothing
/// where it is right.
std::optional<Text> fault_in_id(const std::string& id);

} // namespace framsyn::app
