#include "app/sheets/toml_words.hpp"

#include "app/ground/found_text.hpp"
#include "app/scenario/text/read_quantity.hpp"

#include <fmt/format.h>

#include <cmath>

namespace framsyn::app {
namespace {

std::string shortest(double number) {
    std::string text = fmt::format("{}", number);
    if (text.find_first_not_of("-0123456789") != std::string::npos || std::abs(number) < 1e15) return text;
    return text + ".0"; // beyond TOML's whole numbers
}

std::optional<std::string> not_of_kind(const BookCell& cell, const Position& at, const Text& expected,
                                       Problems& problems) {
    problems.add(at, {fmt::format("fant «{}»; ventet {}", shown(cell.printed()), expected.nb),
                      fmt::format("found \"{}\"; expected {}", shown(cell.printed()), expected.en)});
    return std::nullopt;
}

std::optional<std::string> toml_flag(const BookCell& cell, const Position& at, Problems& problems) {
    if (cell.kind == BookCell::Kind::flag) return cell.number != 0.0 ? "true" : "false";
    if (cell.text == "ja" || cell.text == "yes" || cell.text == "true") return "true";
    if (cell.text == "nei" || cell.text == "no" || cell.text == "false") return "false";
    return not_of_kind(cell, at, {"ja eller nei", "ja or nei (yes or no)"}, problems);
}

std::string names_in(const std::string& list) {
    std::string text;
    std::size_t begin = 0;
    while (begin <= list.size()) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        std::string name = list.substr(begin, end - begin);
        name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
        name.erase(name.find_last_not_of(' ') + 1);
        text += (text.empty() ? "" : ", ") + toml_text(name);
        begin = end + 1;
    }
    return text;
}

} // namespace

std::string toml_text(const std::string& text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            quoted += '\\';
            quoted += letter;
        } else if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F) {
            quoted += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(letter)));
        } else {
            quoted += letter;
        }
    }
    return quoted + '"';
}

std::string toml_number(double number, Measured unit) {
    return written_with_unit(unit) ? "\"" + shortest(number) + suffix_of(unit) + "\"" : shortest(number);
}

std::optional<std::string> toml_value(const Key& key, const BookCell& cell, const Position& at, Problems& problems) {
    using Cell = BookCell::Kind;
    switch (key.kind) {
    case Kind::flag:
        return toml_flag(cell, at, problems);
    case Kind::date:
        if (cell.kind == Cell::date) return cell.printed();
        return not_of_kind(cell, at,
                           {"en dato (cellen må ha datoformat, som 2031-01-01)",
                            "a date (the cell must have the format of a date, as 2031-01-01)"},
                           problems);
    case Kind::integer:
        if (cell.kind == Cell::number && cell.number == std::floor(cell.number)) return shortest(cell.number);
        return not_of_kind(cell, at, {"et helt tall", "a whole number"}, problems);
    case Kind::quantity:
        if (cell.kind == Cell::number) return toml_number(cell.number, key.unit);
        if (cell.kind == Cell::text && written_with_unit(key.unit)) return toml_text(cell.text);
        return not_of_kind(cell, at, {"et tall", "a number"}, problems);
    case Kind::references:
    case Kind::choices:
        if (cell.kind != Cell::text) return not_of_kind(cell, at, {"navn", "names"}, problems);
        if (cell.text.find(',') == std::string::npos) return toml_text(cell.text);
        return "[" + names_in(cell.text) + "]";
    case Kind::text:
    case Kind::choice:
    case Kind::reference:
    case Kind::own:
        if (cell.kind == Cell::text) return toml_text(cell.text);
        return not_of_kind(cell, at, {"tekst", "text"}, problems);
    }
    return std::nullopt;
}

} // namespace framsyn::app
