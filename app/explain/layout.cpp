#include "app/explain/layout.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

/// How many letters a terminal shows: bytes that don't continue a letter of UTF-8.
std::size_t letters_in(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

std::string labelled(const std::string& label, std::size_t label_width, const std::string& text, std::size_t width) {
    const std::size_t indent = label_width + 5; // four before the label, one after its column
    std::string out = "    " + label;
    const std::size_t used = letters_in(label);
    out.append(label_width - std::min(used, label_width) + 1, ' ');
    std::size_t column = std::max(indent, used + 5);
    bool is_first = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        if (!is_first && column + 1 + letters_in(word) > width) {
            out += "\n" + std::string(indent, ' ');
            column = indent;
            is_first = true;
        }
        if (!is_first) {
            out += ' ';
            ++column;
        }
        out += word;
        column += letters_in(word);
        is_first = false;
    }
    while (out.ends_with(' ')) out.pop_back();
    return out + "\n";
}

std::string place_text(const Position& at) {
    return at.line > 0 ? fmt::format("{}:{}", at.file, at.line) : at.file;
}

} // namespace framsyn::app
