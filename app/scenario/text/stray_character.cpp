#include "app/scenario/text/stray_character.hpp"

#include "app/ground/delimited_text.hpp"

#include <algorithm>
#include <string_view>

namespace framsyn::app {
namespace {

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

/// Continuation bytes (10xxxxxx) belong to the character before them.
bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The index after the comment that begins at `begin`.
std::size_t after_comment(std::string_view text, std::size_t begin) {
    return std::min(text.find('\n', begin), text.size());
}

/// The index after the string whose quote stands at `begin`; the end of the text where the string doesn't end.
std::size_t after_string(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    const bool escapes = quote == '"';
    const std::string three(3, quote);
    const bool many_lines = text.substr(begin, 3) == three;
    std::size_t i = begin + (many_lines ? 3 : 1);
    while (i < text.size()) {
        if (escapes && text[i] == '\\') {
            i += 2;
        } else if (many_lines && text.substr(i, 3) == three) {
            i += 3;
            // Two quotes more may stand just before the closing ones.
            for (int more = 0; more < 2 && i < text.size() && text[i] == quote; ++more) ++i;
            return i;
        } else if (!many_lines && text[i] == quote) {
            return i + 1;
        } else if (!many_lines && text[i] == '\n') {
            return text.size();
        } else {
            ++i;
        }
    }
    return text.size();
}

Position position_in(std::string_view text, std::size_t index, const std::string& file) {
    const std::string_view before = text.substr(0, index);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_begin = before.rfind('\n') + 1; // npos + 1 is 0: the first line
    const std::string_view in_line = before.substr(line_begin);
    const auto characters =
        std::count_if(in_line.begin(), in_line.end(), [](char c) { return !continues_character(c); });
    return {file, static_cast<int>(lines) + 1, static_cast<int>(characters) + 1};
}

/// The first index outside quotes and comments whose character is one that `is_it`; none where there is none.
template <class IsIt>
std::optional<std::size_t> first_outside(std::string_view text, IsIt is_it) {
    std::size_t i = 0;
    while (i < text.size()) {
        if (text[i] == '#') {
            i = after_comment(text, i);
        } else if (text[i] == '"' || text[i] == '\'') {
            i = after_string(text, i);
        } else if (is_it(text[i])) {
            return i;
        } else {
            ++i;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<StrayCharacter> stray_character(const std::string& toml, const std::string& file) {
    const std::string_view text = after_byte_order_mark(toml);
    const auto found = first_outside(text, [](char c) { return !is_ascii(c); });
    if (!found) return std::nullopt;
    std::size_t end = *found + 1;
    while (end < text.size() && continues_character(text[end])) ++end;
    return StrayCharacter{position_in(text, *found, file), std::string(text.substr(*found, end - *found))};
}

std::optional<StrayCharacter> control_character(const std::string& toml, const std::string& file) {
    const std::string_view text = after_byte_order_mark(toml);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte >= 0x20 && byte != 0x7F) || byte == '\t' || byte == '\n') continue;
        if (byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        return StrayCharacter{position_in(text, i, file), std::string(1, text[i])};
    }
    return std::nullopt;
}

std::optional<Position> overlong_key(const std::string& toml, const std::string& file) {
    const std::string_view text = after_byte_order_mark(toml);
    int parts = 1;
    const auto found = first_outside(text, [&](char c) {
        constexpr std::string_view between_keys = "\n=,[]{}";
        if (between_keys.find(c) != std::string_view::npos) parts = 1;
        return c == '.' && ++parts > most_key_parts;
    });
    if (!found) return std::nullopt;
    return position_in(text, *found, file);
}

} // namespace framsyn::app
