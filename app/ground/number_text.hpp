#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace framsyn::app {

/// A number that a text begins with, and the text after it.
struct LeadingNumber {
    double value = 0.0;
    std::string_view rest;
};

/// Reads a number such as -12, 0.85 or 1e-3: decimal point, no plus sign and no blanks in front, rounded to the nearest
/// double. Nothing if the text doesn't begin with one, or with one that no double holds (1e400, 1e-400) or no finite one
/// does (inf).
std::optional<LeadingNumber> leading_number(std::string_view text);

/// A number as Norwegian prose writes it: a comma before the decimals. What repeats the text of a file keeps its point.
std::string with_comma(std::string number);

} // namespace framsyn::app
