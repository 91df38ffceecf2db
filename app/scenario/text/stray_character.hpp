#pragma once

#include "app/ground/problems.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

/// A character that TOML 1.0 allows only inside quotes and comments, found outside them.
struct StrayCharacter {
    Position at;
    std::string character; ///< one character in UTF-8
};

/// The first character beyond ASCII outside quotes and comments, if there is one: a name with å in it, curly quotes from
/// a word processor, a no-break space from a web page. Looks no further than a string that doesn't end on its line.
std::optional<StrayCharacter> stray_character(const std::string& toml, const std::string& file);

/// The first character that no text has (a backspace, a form feed), if there is one; a lone carriage return counts.
std::optional<StrayCharacter> control_character(const std::string& toml, const std::string& file);

/// Where a key of more dotted parts than anything in a scenario has begins to be too long, if there is one. The parser
/// follows a key part by part into itself and would run out of stack.
std::optional<Position> overlong_key(const std::string& toml, const std::string& file);
inline constexpr int most_key_parts = 64;

} // namespace framsyn::app
