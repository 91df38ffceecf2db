#include "app/import/activity/statbank_cells.hpp"

#include "app/ground/found_text.hpp"
#include "app/import/meaning.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

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
    if (observation.odd >= 0) return;
    if (observation.value < 0) {
        complaints_.add("tall under null", "numbers below zero", table_.at(observation),
                        {fmt::format("{}: {} er under null", table_.describe(observation), observation.value),
                         fmt::format("{}: {} is below zero", table_.describe(observation), observation.value)});
        return;
    }
    sums_[key] += observation.value;
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

int year_slot(const StatbankTable& table, const Observation& observation, const std::vector<int>& years) {
    const int year = year_meaning(table.of(Axis::year)[observation.category[static_cast<std::size_t>(Axis::year)]]);
    const auto place = std::lower_bound(years.begin(), years.end(), year);
    return place != years.end() && *place == year ? static_cast<int>(place - years.begin()) : -1;
}

} // namespace framsyn::app
