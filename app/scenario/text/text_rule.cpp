#include "app/scenario/text/text_rule.hpp"

#include "app/ground/encoding.hpp"
#include "app/ground/found_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace framsyn::app {

namespace {

struct Span {
    char32_t first, last;
};

/// What has no shape of its own and changes how the text around it is shown, or makes two names look alike: soft hyphen,
/// zero width, marks and overrides of direction, byte order mark, tags.
constexpr std::array<Span, 8> unseen{{{0x00AD, 0x00AD},
                                      {0x061C, 0x061C},
                                      {0x180E, 0x180E},
                                      {0x200B, 0x200F},
                                      {0x2028, 0x202E},
                                      {0x2060, 0x206F},
                                      {0xFEFF, 0xFEFF},
                                      {0xE0000, 0xE007F}}};

bool is_unseen(char32_t point) {
    return std::any_of(unseen.begin(), unseen.end(),
                       [&](const Span& span) { return point >= span.first && point <= span.last; });
}

bool is_blank(char32_t point) {
    return point == ' ' || point == '\t' || point == '\n' || point == '\r' || point == 0x00A0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F || point == 0x3000;
}

} // namespace

std::optional<Text> fault_in_text(const std::string& text, std::size_t longest) {
    const std::size_t letters = letters_in(text);
    if (letters > longest) {
        return Text{fmt::format("teksten har {} tegn; høyst {}", letters, longest),
                    fmt::format("the text has {} letters; at most {}", letters, longest)};
    }
    bool blank = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view letter =
            std::string_view(text).substr(at, std::max<std::size_t>(1, utf8_length(std::string_view(text).substr(at))));
        const char32_t point = code_point(letter);
        const bool line_break = longest >= longest_prose && (point == '\n' || point == '\r' || point == '\t');
        blank = blank && is_blank(point);
        if ((is_control(point) || is_unseen(point)) && !line_break) {
            return Text{fmt::format("teksten har tegnet U+{:04X}, som ikke kan vises: «{}»",
                                    static_cast<unsigned>(point), shown(text)),
                        fmt::format("the text has the character U+{:04X}, which can't be shown: \"{}\"",
                                    static_cast<unsigned>(point), shown(text))};
        }
        at += letter.size();
    }
    if (blank && !text.empty()) return Text{"teksten er bare mellomrom", "the text is only blanks"};
    return std::nullopt;
}

} // namespace framsyn::app
