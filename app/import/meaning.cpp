#include "app/import/meaning.hpp"

#include "app/import/municipality_names.hpp"
#include "app/import/words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace framsyn::app {
namespace {

bool is_one_of(const std::string& text, std::initializer_list<const char*> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// The text without a code in front (`1 Menn` → `Menn`), or as it is.
std::string after_first_word(const std::string& text) {
    const std::size_t space = text.find(' ');
    return space == std::string::npos ? text : trimmed(text.substr(space));
}

/// A region's text split into digits and name; the letters before the digits (`K-`, `F_`) are kept apart.
struct CodedName {
    std::string prefix;
    std::string digits;
    std::string name;
};

CodedName split_region(const std::string& text) {
    CodedName parts;
    std::string first = text.substr(0, text.find(' '));
    const std::size_t mark = first.find_first_of("-_");
    if (mark != std::string::npos && mark <= 2) {
        parts.prefix = lowered(first.substr(0, mark));
        first = first.substr(mark + 1);
    }
    if (all_digits(first)) {
        parts.digits = first;
        const std::size_t space = text.find(' ');
        if (space != std::string::npos) parts.name = trimmed(text.substr(space));
    } else {
        parts.prefix.clear();
        parts.name = text;
    }
    return parts;
}

bool means_country(const std::string& name) {
    return is_one_of(lowered(name), {"hele landet", "the whole country", "whole country", "norge", "norway"});
}

/// What follows the digits of an age, without `år`, `year` and the like: empty for a single year, `+` for an open class.
std::optional<bool> is_open(const std::string& rest) {
    if (is_one_of(rest, {"", "år", "year", "years"})) return false;
    if (is_one_of(rest, {"+", "+ år", "+ years", "år +", "år+", "år eller eldre", "år og eldre", "år og over",
                         "år eller mer", "eller eldre", "years or older", "years or over", "years and over",
                         "years and older", "or older", "years +"}))
        return true;
    return std::nullopt;
}

AgeMeaning age_in(const std::string& text) {
    if (is_one_of(text, {"999", "999a", "999b", "999c", "alder i alt", "alle aldre", "alle aldersgrupper", "i alt",
                         "all ages", "age, total", "ages, total", "total", "totalt", "alle"}))
        return {AgeKind::all, 0};
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits > 0 && digits <= 3) {
        const int age = std::stoi(text.substr(0, digits));
        const auto open = is_open(trimmed(text.substr(digits)));
        if (open && age < 150) return {*open ? AgeKind::open : AgeKind::single, age};
    }
    const bool has_digit = text.find_first_of("0123456789") != std::string::npos;
    return {has_digit ? AgeKind::group : AgeKind::unknown, 0};
}

} // namespace

RegionMeaning region_meaning(const Category& category) {
    const CodedName from_code = split_region(trimmed(category.code));
    const CodedName from_label = split_region(trimmed(category.label));
    const CodedName& coded = from_code.digits.empty() ? from_label : from_code;
    RegionMeaning meaning{RegionKind::other, coded.digits, from_label.name};
    if (means_country(meaning.name) || is_one_of(coded.digits, {"0", "00", "000"})) {
        meaning.kind = RegionKind::country;
    } else if (coded.digits.empty()) {
        meaning.kind = !category.code.empty() || meaning.name.empty() ? RegionKind::other : RegionKind::name_only;
    } else if (coded.digits.size() == 4 && is_one_of(coded.prefix, {"", "k"})) {
        meaning.kind = RegionKind::municipality;
    } else if (coded.digits.size() == 2 && is_one_of(coded.prefix, {"", "f"})) {
        meaning.kind = RegionKind::county;
    }
    return meaning;
}

bool looks_old(const std::string& code, const std::string& name) {
    static const std::array<const char*, 17> old_counties{"01", "02", "04", "05", "06", "07", "08", "09", "10",
                                                          "12", "14", "16", "17", "19", "20", "30", "38"};
    const std::string county = code.substr(0, 2);
    if (county == "54" || std::find(old_counties.begin(), old_counties.end(), county) != old_counties.end())
        return true;
    return is_retired_name(name);
}

SexMeaning sex_meaning(const Category& category) {
    const std::string label = lowered(trimmed(category.label));
    for (const std::string& text : {label, after_first_word(label), lowered(trimmed(category.code))}) {
        if (is_one_of(text, {"2", "kvinner", "kvinne", "females", "female", "women"})) return SexMeaning::female;
        if (is_one_of(text, {"1", "menn", "mann", "males", "male", "men"})) return SexMeaning::male;
        if (is_one_of(text, {"0", "begge kjønn", "both sexes", "menn og kvinner", "i alt", "total"}))
            return SexMeaning::both;
    }
    return SexMeaning::unknown;
}

AgeMeaning age_meaning(const Category& category) {
    const std::string label = lowered(trimmed(category.label));
    AgeMeaning found;
    for (const std::string& text : {label, after_first_word(label), lowered(trimmed(category.code))}) {
        const AgeMeaning meaning = age_in(text);
        if (meaning.kind != AgeKind::unknown && meaning.kind != AgeKind::group) return meaning;
        if (meaning.kind == AgeKind::group) found = meaning;
    }
    return found;
}

int year_meaning(const Category& category) {
    for (const std::string& text : {trimmed(category.label), trimmed(category.code)}) {
        if (text.size() != 4 || !all_digits(text)) continue;
        const int year = std::stoi(text);
        if (year >= 1700 && year <= 2200) return year;
    }
    return 0;
}

std::string variant_meaning(const Category& category) {
    const std::string text = category.label + " " + category.code + " ";
    std::string word;
    for (const char letter : text) {
        const bool inside = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
                            (letter >= '0' && letter <= '9') || (static_cast<unsigned char>(letter) & 0x80) != 0;
        if (inside) {
            word += letter;
            continue;
        }
        const bool letters = word.size() == 4 && word.find_first_not_of("MHLK0") == std::string::npos;
        if (letters && word.find_first_of("MHLK") != std::string::npos) return word;
        word.clear();
    }
    return "";
}

bool means_persons(const Category& category) {
    const std::string label = lowered(trimmed(category.label));
    const std::string& text = label.empty() ? lowered(trimmed(category.code)) : label;
    return text.empty() || is_one_of(text, {"personer", "personer1", "persons", "number of persons", "antall personer",
                                            "folkemengde", "befolkning", "population", "folketall"});
}

} // namespace framsyn::app
