#pragma once

#include "models/values/text.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace framsyn::app {

// Letters that a text of a scenario may have: what charts, tables and the workbook have room for.
inline constexpr std::size_t longest_name = 200;
inline constexpr std::size_t longest_title = 400;
inline constexpr std::size_t longest_prose = 2000; ///< descriptions, notes, sources

/// Why a text of a scenario can't be used: control characters, which charts and workbooks don't take (a paragraph may have
/// line breaks), characters that nobody sees, nothing but blanks, or more letters than `longest`. Nothing if it can.
std::optional<Text> fault_in_text(const std::string& text, std::size_t longest);

} // namespace framsyn::app
