#include "app/ground/found_text.hpp"

#include "app/ground/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string shown(std::string_view text) {
    std::string out;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++letters) {
        if (letters == most_letters_shown) return out + "…";
        const std::size_t bytes = utf8_length(text.substr(at));
        if (bytes == 0) {
            out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[at]));
            ++at;
            continue;
        }
        const std::string_view letter = text.substr(at, bytes);
        const char32_t point = code_point(letter);
        out += is_control(point) ? fmt::format("\\u{:04X}", static_cast<unsigned>(point)) : std::string(letter);
        at += bytes;
    }
    return out;
}

} // namespace framsyn::app
