#pragma once

#include "models/values/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// Lower case for ASCII and the Norwegian letters.
std::string lowered(const std::string& text);
/// Without spaces, tabs and no-break spaces at either end.
std::string trimmed(const std::string& text);
bool all_digits(const std::string& text);
/// The parts between spaces.
std::vector<std::string> words_of(const std::string& text);

/// Text that is neither UTF-8 nor Windows-1252, by its Norwegian letters: what it is instead. Nothing if it isn't clear.
std::optional<Text> other_letters(const std::string& bytes);
/// Windows-1252 (of which Latin-1 text is a part) as UTF-8.
std::string from_windows_1252(const std::string& text);

} // namespace framsyn::app
