#include "app/import/statbank_table.hpp"

#include "app/ground/found_text.hpp"
#include "app/import/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {

std::optional<Axis> axis_named(const std::string& name) {
    static const std::array<std::vector<std::string>, axis_count> names{{
        {"region", "helsereg", "helseregion", "helseforetak", "health region", "health trust"},
        {"kjønn", "kjonn", "sex", "gender"},
        {"alder", "age"},
        {"statistikkvariabel", "contents", "contentscode"},
        {"alternativ", "alternative", "framskriv", "framskrivingsalternativ"},
        {"år", "year", "tid", "time"},
        {"tjenesteområde", "tjenesteomrade", "helsetjenomr", "area of service", "service area"},
        {"aktør", "aktor", "actor"},
    }};
    const std::string wanted = lowered(trimmed(name));
    for (std::size_t axis = 0; axis < axis_count; ++axis) {
        if (std::find(names[axis].begin(), names[axis].end(), wanted) != names[axis].end())
            return static_cast<Axis>(axis);
    }
    return std::nullopt;
}

std::string Category::printed() const {
    if (code.empty() || code == label) return label;
    return label.empty() ? code : code + " " + label;
}

std::string StatbankTable::describe(const Observation& observation) const {
    std::string text;
    for (std::size_t axis = 0; axis < axis_count; ++axis) {
        if (categories[axis].empty()) continue;
        const std::string category = categories[axis][observation.category[axis]].printed();
        if (category.empty()) continue;
        if (!text.empty()) text += ", ";
        text += fmt::format("{} «{}»", names[axis], shown(category));
    }
    return text;
}

std::string StatbankTable::named(Axis axis, const Category& category) const {
    return fmt::format("{} «{}»", names[static_cast<std::size_t>(axis)], shown(category.printed()));
}

Position StatbankTable::first_use(Axis axis, std::size_t category) const {
    const auto found = std::find_if(observations.begin(), observations.end(), [&](const Observation& observation) {
        return observation.category[static_cast<std::size_t>(axis)] == category;
    });
    if (found == observations.end() || found->line == 0) return {file, 0, 0};
    return {file, found->line, 1};
}

std::uint32_t Numbering::of(const std::string& text, bool& is_new) {
    const auto [place, added] = numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size()));
    is_new = added;
    return place->second;
}

std::string table_number_in(const std::string& title) {
    constexpr std::size_t digits = 5;
    const std::string text = trimmed(title);
    if (text.size() <= digits || text[digits] != ':' || !all_digits(text.substr(0, digits))) return "";
    return text.substr(0, digits);
}

} // namespace framsyn::app
