#include "app/ground/number_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

namespace framsyn::app {

std::string with_comma(std::string number) {
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

#ifdef __cpp_lib_to_chars

std::optional<LeadingNumber> leading_number(std::string_view text) {
    LeadingNumber number;
    const char* begin = text.data();
    const char* end = begin + text.size();
    const auto [rest, error] = std::from_chars(begin, end, number.value);
    if (error != std::errc() || !std::isfinite(number.value)) return std::nullopt;
    number.rest = {rest, end};
    return number;
}

#else // libc++ 19 has no std::from_chars of a double (the WebAssembly build)

namespace {

std::size_t digits_at(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end - begin;
}

/// How much of a text std::from_chars would take as a decimal number; 0 if it doesn't begin with one.
std::size_t length_of_number(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    std::size_t digits = digits_at(text, at);
    at += digits;
    if (at < text.size() && text[at] == '.') {
        const std::size_t decimals = digits_at(text, at + 1);
        digits += decimals;
        at += 1 + decimals;
    }
    if (digits == 0) return 0;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const bool sign = at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+');
        const std::size_t exponent = at + (sign ? 2 : 1);
        if (const std::size_t found = digits_at(text, exponent); found > 0) at = exponent + found;
    }
    return at;
}

} // namespace

std::optional<LeadingNumber> leading_number(std::string_view text) {
    const std::string written(text.substr(0, length_of_number(text)));
    if (written.empty()) return std::nullopt;
    const double value = std::strtod(written.c_str(), nullptr);
    const std::string_view mantissa = std::string_view(written).substr(0, written.find_first_of("eE"));
    const bool lost = value == 0.0 && mantissa.find_first_of("123456789") != std::string_view::npos;
    if (lost || !std::isfinite(value)) return std::nullopt;
    return LeadingNumber{value, text.substr(written.size())};
}

#endif

} // namespace framsyn::app
