#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace framsyn::app {

/// How much of a found text a message repeats.
inline constexpr std::size_t most_letters_shown = 80;

/// Letters, not bytes, of UTF-8 text.
std::size_t letters_in(std::string_view text);

/// A text from a file or the command line as a message shows it: one line of at most 80 letters and then …; what can't be
/// seen as \u0008, bytes that are no UTF-8 as \xE5.
std::string shown(std::string_view text);

} // namespace framsyn::app
