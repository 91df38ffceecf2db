#include "tests/reliability/damage.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <sstream>

namespace framsyn::reliability {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
    Lines lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string text_of(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

struct Span {
    std::size_t begin = 0;
    std::size_t size = 0;
};

/// The numbers of a line, dates taken as three.
std::vector<Span> numbers_in(const std::string& line) {
    std::vector<Span> found;
    const auto is_part = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.'; };
    for (std::size_t i = 0; i < line.size();) {
        if (std::isdigit(static_cast<unsigned char>(line[i])) == 0) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < line.size() && is_part(line[end])) ++end;
        found.push_back({i, end - i});
        i = end;
    }
    return found;
}

std::vector<Span> quoted_in(const std::string& line) {
    std::vector<Span> found;
    for (std::size_t i = line.find('"'); i != std::string::npos;) {
        const std::size_t end = line.find('"', i + 1);
        if (end == std::string::npos) break;
        found.push_back({i + 1, end - i - 1});
        i = line.find('"', end + 1);
    }
    return found;
}

std::string number_text(double value) {
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

/// A line with something of the kind in it, from a random one on; size() if there is none.
template <class Has>
std::size_t line_with(const Lines& lines, Dice& dice, const Has& has) {
    const std::size_t start = dice.below(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t at = (start + i) % lines.size();
        if (lines[at].empty() || lines[at].front() == '#') continue;
        if (has(lines[at])) return at;
    }
    return lines.size();
}

std::string change_number(Lines& lines, Dice& dice) {
    const auto has = [](const std::string& line) { return !numbers_in(line).empty(); };
    const std::size_t at = line_with(lines, dice, has);
    if (at == lines.size()) return "";
    const auto numbers = numbers_in(lines[at]);
    const Span span = numbers[dice.below(numbers.size())];
    const double value = std::strtod(lines[at].substr(span.begin, span.size).c_str(), nullptr);
    constexpr std::array<double, 10> factors{0.0, -1.0, 1e-9, 0.01, 0.5, 0.9, 1.1, 2.0, 100.0, 1e9};
    const std::size_t choice = dice.below(factors.size() + 2);
    std::string other = choice < factors.size()    ? number_text(value * factors[choice])
                        : choice == factors.size() ? "nan"
                                                   : "1e308";
    if (dice.below(3) == 0) { // another number of the file
        const std::size_t from = line_with(lines, dice, has);
        const auto others = numbers_in(lines[from]);
        const Span take = others[dice.below(others.size())];
        other = lines[from].substr(take.begin, take.size);
    }
    lines[at].replace(span.begin, span.size, other);
    return "number → " + other;
}

std::string change_word(Lines& lines, Dice& dice) {
    const auto has = [](const std::string& line) { return !quoted_in(line).empty(); };
    const std::size_t at = line_with(lines, dice, has);
    if (at == lines.size()) return "";
    const std::size_t from = line_with(lines, dice, has);
    const auto words = quoted_in(lines[at]);
    const auto others = quoted_in(lines[from]);
    const Span to = words[dice.below(words.size())];
    const Span take = others[dice.below(others.size())];
    const std::string other = lines[from].substr(take.begin, take.size);
    lines[at].replace(to.begin, to.size, other);
    return "word → " + other;
}

std::string change_line(Lines& lines, Dice& dice) {
    const std::size_t at = dice.below(lines.size());
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
    switch (dice.below(3)) {
    case 0:
        lines.erase(place);
        return "line " + std::to_string(at + 1) + " gone";
    case 1:
        lines.insert(place, std::string(lines[at]));
        return "line " + std::to_string(at + 1) + " twice";
    default:
        std::swap(lines[at], lines[dice.below(lines.size())]);
        return "line " + std::to_string(at + 1) + " elsewhere";
    }
}

/// A whole entry ([[list]] to the next): taken out, or once more under another id.
std::string change_entry(Lines& lines, Dice& dice) {
    const std::size_t at = line_with(lines, dice, [](const std::string& line) { return line.rfind("[[", 0) == 0; });
    if (at == lines.size()) return "";
    std::size_t end = at + 1;
    while (end < lines.size() && lines[end].rfind('[', 0) != 0) ++end;
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(at);
    const auto stop = lines.begin() + static_cast<std::ptrdiff_t>(end);
    const std::string name = lines[at] + " line " + std::to_string(at + 1);
    if (dice.below(2) == 0) {
        lines.erase(begin, stop);
        return name + " gone";
    }
    Lines copy(begin, stop);
    for (std::string& line : copy) {
        if (line.rfind("id = \"", 0) == 0) line.insert(6, "again-");
    }
    lines.insert(stop, copy.begin(), copy.end());
    return name + " again";
}

std::string change_byte(std::string& text, Dice& dice) {
    const std::size_t at = dice.below(text.size());
    const auto byte = static_cast<char>(dice.below(256));
    text[at] = byte;
    return "byte " + std::to_string(at);
}

std::string change_cell(Lines& lines, Dice& dice) {
    const std::size_t at = dice.below(lines.size());
    const std::size_t comma = lines[at].find(',');
    if (comma == std::string::npos) return "";
    const std::string first = lines[at].substr(0, comma);
    lines[at] = lines[at].substr(comma + 1) + "," + first;
    return "cells of line " + std::to_string(at + 1) + " turned";
}

} // namespace

std::uint64_t Dice::next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

Damage damage_one(Folder& folder, const std::vector<std::string>& files, Dice& dice) {
    const std::string& file = files[dice.below(files.size())];
    std::string& text = folder.at(file);
    Lines lines = lines_of(text);
    if (lines.empty()) return {file, "empty already"};
    std::string what;
    switch (dice.below(12)) {
    case 0:
        what = change_byte(text, dice);
        return {file, what};
    case 1:
        text.resize(dice.below(text.size()));
        return {file, "cut off"};
    case 2:
        what = change_line(lines, dice);
        break;
    case 3:
    case 4:
        what = change_entry(lines, dice);
        break;
    case 5:
    case 6:
        what = change_word(lines, dice);
        break;
    case 7:
        what = change_cell(lines, dice);
        break;
    default:
        what = change_number(lines, dice);
        break;
    }
    text = text_of(lines);
    return {file, what};
}

} // namespace framsyn::reliability
