#include "app/scenario/text/text_rule.hpp"

#include "app/ground/encoding.hpp"
#include "app/ground/found_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace framsyn::app {

std::optional<Text> fault_in_text(const std::string& text, std::size_t longest) {
    const std::size_t letters = letters_in(text);
    if (letters > longest) {
        return Text{fmt::format("teksten har {} tegn; høyst {}", letters, longest),
                    fmt::format("the text has {} letters; at most {}", letters, longest)};
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view letter =
            std::string_view(text).substr(at, std::max<std::size_t>(1, utf8_length(std::string_view(text).substr(at))));
        const char32_t point = code_point(letter);
        const bool line_break = longest >= longest_prose && (point == '\n' || point == '\r' || point == '\t');
        if (is_control(point) && !line_break) {
            return Text{fmt::format("teksten har tegnet U+{:04X}, som ikke kan vises: «{}»",
                                    static_cast<unsigned>(point), shown(text)),
                        fmt::format("the text has the character U+{:04X}, which can't be shown: \"{}\"",
                                    static_cast<unsigned>(point), shown(text))};
        }
        at += letter.size();
    }
    return std::nullopt;
}

} // namespace framsyn::app
