#include "app/import/activity/statbank_cells.hpp"

#include "app/ground/found_text.hpp"
#include "app/import/meaning.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

constexpr std::array<const char*, 7> signs_of_missing{"", ".", "..", "...", ":", "-", "null"};

Text name_of(Axis axis) {
    switch (axis) {
    case Axis::region:
        return {"region", "region"};
    case Axis::sex:
        return {"kjønn", "sex"};
    case Axis::age:
        return {"alder", "age"};
    case Axis::contents:
        return {"statistikkvariabel", "contents"};
    case Axis::variant:
        return {"alternativ", "alternative"};
    case Axis::year:
        return {"år", "year"};
    case Axis::service:
        return {"tjenesteområde", "area of service"};
    case Axis::actor:
        return {"aktør", "actor"};
    }
    return {};
}

} // namespace

void StatbankCells::put(const Key& key, int source, const Observation& observation) {
    const auto [place, is_first] = seen_.emplace(std::pair(key, source), observation.line);
    if (!is_first) {
        complaints_.add("celler som står to ganger", "cells that stand twice", table_.at(observation),
                        {fmt::format("{} står to ganger", table_.describe(observation)),
                         fmt::format("{} is there twice", table_.describe(observation))});
        return;
    }
    if (observation.odd >= 0) {
        note_odd(observation);
        return;
    }
    if (observation.value < 0) {
        complaints_.add("tall under null", "numbers below zero", table_.at(observation),
                        {fmt::format("{}: {} er under null", table_.describe(observation), observation.value),
                         fmt::format("{}: {} is below zero", table_.describe(observation), observation.value)});
        return;
    }
    sums_[key] += observation.value;
}

void StatbankCells::note_odd(const Observation& observation) {
    const std::string& text = table_.odd[static_cast<std::size_t>(observation.odd)];
    const std::string cell = table_.describe(observation);
    const auto& signs = signs_of_missing;
    if (std::find(signs.begin(), signs.end(), text) == signs.end()) {
        complaints_.add("celler som ikke er hele tall", "cells that are no whole numbers", table_.at(observation),
                        {fmt::format("{}: fant «{}»; ventet et helt tall uten mellomrom", cell, shown(text)),
                         fmt::format("{}: found \"{}\"; expected a whole number without spaces", cell, shown(text))});
        return;
    }
    constexpr std::size_t most = 10;
    if (missing_.size() > most) return;
    if (missing_.size() == most) {
        missing_.push_back({"flere celler mangler tall; bare de ti første er nevnt",
                            "more cells lack a number; only the first ten are named"});
        return;
    }
    missing_.push_back({fmt::format("{}: «{}», SSBs tegn for at tallet mangler", cell, text),
                        fmt::format("{}: \"{}\", Statistics Norway's sign for a missing number", cell, text)});
}

std::optional<std::int64_t> StatbankCells::at(const Key& key) const {
    const auto found = sums_.find(key);
    if (found == sums_.end()) return std::nullopt;
    return found->second;
}

bool check_statbank(const StatbankTable& table, const char* number, const std::vector<Axis>& axes, Problems& problems) {
    if (!table.number.empty() && table.number != number) {
        problems.add(table.number_at, {fmt::format("dette er tabell {0}; ventet {1} (ssb-{1})", table.number, number),
                                       fmt::format("this is table {0}; expected {1} (ssb-{1})", table.number, number)});
        return false;
    }
    bool sound = true;
    for (const Axis axis : axes) {
        if (table.has(axis)) continue;
        sound = false;
        const Text name = name_of(axis);
        problems.add({table.file, 0, 0},
                     {fmt::format("mangler variabelen {}; velg den i statistikkbanken", name.nb),
                      fmt::format("the variable {} is missing; choose it in the StatBank", name.en)});
    }
    return sound;
}

std::vector<int> years_in(const StatbankTable& table, Problems& problems) {
    std::vector<int> years;
    for (std::size_t i = 0; i < table.of(Axis::year).size(); ++i) {
        const Category& category = table.of(Axis::year)[i];
        const int year = year_meaning(category);
        if (year != 0) {
            years.push_back(year);
            continue;
        }
        problems.add(table.first_use(Axis::year, i), {table.named(Axis::year, category) + ": ventet et årstall",
                                                      table.named(Axis::year, category) + ": expected a year"});
    }
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

std::vector<int> chosen_years(const StatbankTable& table, const YearLimits& limits, Problems& problems) {
    const std::vector<int> all = years_in(table, problems);
    std::vector<int> kept;
    for (const int year : all) {
        if (limits.wanted && (year < limits.wanted->first || year > limits.wanted->last)) continue;
        kept.push_back(year);
        if (!limits.last_counted || year < *limits.last_counted) continue;
        problems.add({table.file, 0, 0}, {fmt::format("{} er ikke talt ennå: året er ikke omme", year),
                                          fmt::format("{} isn't counted yet: the year isn't over", year)});
    }
    if (!limits.wanted) return kept;
    for (int year = limits.wanted->first; year <= limits.wanted->last; ++year) {
        if (std::binary_search(all.begin(), all.end(), year)) continue;
        const std::string there = fmt::format("{}", fmt::join(all, ", "));
        problems.add({table.file, 0, 0}, {fmt::format("{} mangler (filen har {})", year, there),
                                          fmt::format("{} is missing (the file has {})", year, there)});
    }
    return kept;
}

int year_slot(const StatbankTable& table, const Observation& observation, const std::vector<int>& years) {
    const int year = year_meaning(table.of(Axis::year)[observation.category[static_cast<std::size_t>(Axis::year)]]);
    const auto place = std::lower_bound(years.begin(), years.end(), year);
    return place != years.end() && *place == year ? static_cast<int>(place - years.begin()) : -1;
}

} // namespace framsyn::app
