#pragma once

#include "models/values/position.hpp"
#include "models/values/text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace framsyn::app {

/// Bytes of the UTF-8 letter that a text begins with; 0 if it doesn't begin with one.
std::size_t utf8_length(std::string_view text);
/// The code point of one letter in UTF-8.
char32_t code_point(std::string_view letter);
/// Is it one that can't be seen and that charts and workbooks don't take: control characters, line and paragraph
/// separators, noncharacters?
bool is_control(char32_t point);

bool is_utf8(std::string_view text);

/// What keeps bytes from being text at all, whatever the letters: UTF-16, a workbook or another archive, zeros.
std::optional<Text> fault_in_bytes(std::string_view bytes);

/// What keeps bytes from being text in UTF-8, and where the first letter stands that shows it.
struct EncodingFault {
    Position at;
    Text message;
};
std::optional<EncodingFault> fault_in_encoding(std::string_view bytes, const std::string& file);

} // namespace framsyn::app
