#pragma once

#include "models/values/position.hpp"

#include <cstddef>
#include <string>

namespace framsyn::app {

/// A label in a column of its own and text beside it, broken between words so that no line is longer than the width where
/// its words allow that; later lines stand below the text. Ends with a line feed.
std::string labelled(const std::string& label, std::size_t label_width, const std::string& text, std::size_t width);

/// Where something was written, as messages say it: file:line, or what stands for a file (--set …).
std::string place_text(const Position& at);

} // namespace framsyn::app
