#include "app/scenario/schema/id_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace framsyn::app {
namespace {

/// The code point that begins at `at`, which moves behind it; U+FFFD where the bytes are no UTF-8.
std::uint32_t next_point(const std::string& text, std::size_t& at) {
    constexpr std::uint32_t broken = 0xFFFD;
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = byte(at++);
    if (first < 0x80) return first;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    std::uint32_t point = first & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        if ((byte(at) & 0xC0U) != 0x80U) return broken;
        point = (point << 6U) | (byte(at++) & 0x3FU);
    }
    return point;
}

struct Span {
    std::uint32_t first, last;
};

/// Blocks beyond Latin-1's letters that hold no letters: punctuation, symbols, private use, what can't be seen.
constexpr std::array<Span, 9> no_letters{{{0x00D7, 0x00D7},
                                          {0x00F7, 0x00F7},
                                          {0x02B0, 0x036F},
                                          {0x2000, 0x2BFF},
                                          {0x2E00, 0x2E7F},
                                          {0x3000, 0x303F},
                                          {0xD800, 0xF8FF},
                                          {0xFE00, 0xFFFF},
                                          {0x1F000, 0x10FFFF}}};

bool is_letter_or_digit(std::uint32_t point) {
    if (point < 0x80)
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
    return point >= 0xC0 && std::none_of(no_letters.begin(), no_letters.end(),
                                         [&](const Span& span) { return point >= span.first && point <= span.last; });
}

bool is_kept_by_file_systems(std::string name) {
    for (char& letter : name) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    static constexpr std::array<std::string_view, 4> kept{"con", "prn", "aux", "nul"};
    if (std::find(kept.begin(), kept.end(), name) != kept.end()) return true;
    const bool device = name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt"));
    return device && name[3] >= '0' && name[3] <= '9';
}

} // namespace

std::optional<Text> fault_in_id(const std::string& id) {
    constexpr std::size_t most_letters = 64;
    if (id.empty()) return Text{"id kan ikke være tom", "an id can't be empty"};
    std::size_t letters = 0;
    for (std::size_t at = 0; at < id.size(); ++letters) {
        const std::size_t begin = at;
        const std::uint32_t point = next_point(id, at);
        if (is_letter_or_digit(point) || point == '-' || point == '_') continue;
        const std::string found = point < 0x20 || point == 0x7F ? fmt::format("U+{:04X}", point)
                                  : point == ' '                ? std::string("mellomrom")
                                                                : id.substr(begin, at - begin);
        const std::string found_en = point == ' ' ? "a space" : found;
        return Text{fmt::format("id kan bare ha bokstaver, siffer, - og _; fant «{}»", found),
                    fmt::format("an id can only have letters, digits, - and _; found \"{}\"", found_en)};
    }
    if (letters > most_letters) {
        return Text{fmt::format("id har {} tegn; høyst {}", letters, most_letters),
                    fmt::format("the id has {} letters; at most {}", letters, most_letters)};
    }
    if (is_kept_by_file_systems(id)) {
        return Text{fmt::format("«{}» er et navn som filsystemer ikke tar imot; velg et annet", id),
                    fmt::format("\"{}\" is a name that file systems refuse; choose another", id)};
    }
    return std::nullopt;
}

} // namespace framsyn::app
