#pragma once

#include <string>

namespace framsyn::app {

/// SHA-256 of bytes, as 64 hexadecimal digits.
std::string sha256(const std::string& bytes);

} // namespace framsyn::app
