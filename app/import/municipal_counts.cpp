#include "app/import/municipal_counts.hpp"

#include "app/ground/found_text.hpp"
#include "app/import/municipality_names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

constexpr std::int64_t most_persons = 100'000'000;
constexpr std::size_t most_cells = 300'000'000;

int slot(const std::vector<int>& slots, std::uint32_t category) {
    return slots.empty() ? 0 : slots[category];
}

/// Slots of an observation; any may be not_used or total.
struct Place {
    int variant = 0;
    int row = 0;
    int year = 0;
    int sex = 0;
    int age = 0;

    bool used() const { return variant >= 0 && row >= 0 && year >= 0; }
    bool is_part() const { return sex >= 0 && age >= 0; }
};

Place place_of(const StatbankTable& table, const SortedTable& sorted, const Observation& observation) {
    const auto category = [&](Axis axis) { return observation.category[static_cast<std::size_t>(axis)]; };
    const Axis variants = table.has(Axis::variant) ? Axis::variant : Axis::contents;
    return {slot(sorted.variant_slot, category(variants)), slot(sorted.row_of_region, category(Axis::region)),
            slot(sorted.year_slot, category(Axis::year)), slot(sorted.sex_slot, category(Axis::sex)),
            slot(sorted.age_slot, category(Axis::age))};
}

/// Nothing if the observation is a possible number of persons.
std::optional<Text> objection(const StatbankTable& table, const Observation& observation) {
    if (observation.odd >= 0) {
        const std::string& text = table.odd[static_cast<std::size_t>(observation.odd)];
        const bool symbol = text.empty() || text == "." || text == ".." || text == "..." || text == ":" ||
                            text == "-" || text == "null";
        if (symbol) {
            return Text{fmt::format("fant «{}», SSBs tegn for at tallet mangler", text),
                        fmt::format("found \"{}\", Statistics Norway's sign for a missing number", text)};
        }
        return Text{fmt::format("fant «{}»; ventet et helt tall uten mellomrom", shown(text)),
                    fmt::format("found \"{}\"; expected a whole number without spaces", shown(text))};
    }
    if (observation.value < 0 || observation.value > most_persons) {
        return Text{fmt::format("{} personer er umulig", observation.value),
                    fmt::format("{} persons are impossible", observation.value)};
    }
    return std::nullopt;
}

Text with_cell(const Text& text, const std::string& cell) {
    return {fmt::format("{} ({})", text.nb, cell), fmt::format("{} ({})", text.en, cell)};
}

} // namespace

MunicipalCounts::MunicipalCounts(const StatbankTable& table, const SortedTable& sorted, const MunicipalityMap& map,
                                 Complaints& complaints)
    : table_(table), sorted_(sorted), map_(map), last_seen_(map.rows.size(), Position{table.file, -1, 0}) {
    const std::size_t cells = sorted.variants.size() * map.rows.size() * sorted.years.size() * slots_per_year();
    if (cells > most_cells) {
        throw BadInput({table.file, 0, 0}, {"har for mange celler; velg færre år med --years",
                                            "has too many cells; choose fewer years with --years"});
    }
    cells_.assign(cells, unread);
    for (std::size_t i = 0; i < table.observations.size(); ++i) {
        const Observation& observation = table.observations[i];
        const Place where = place_of(table, sorted, observation);
        if (!where.used()) continue;
        last_seen_[static_cast<std::size_t>(where.row)] = table.at(observation);
        if (!where.is_part()) {
            totals_.push_back(i);
            continue;
        }
        place(observation,
              cells_[index(static_cast<std::size_t>(where.variant), static_cast<std::size_t>(where.row),
                           static_cast<std::size_t>(where.year), static_cast<std::size_t>(where.sex),
                           static_cast<std::size_t>(where.age))],
              complaints);
    }
}

std::size_t MunicipalCounts::slots_per_year() const {
    return static_cast<std::size_t>(sorted_.sexes) * sorted_.age_slots();
}

std::size_t MunicipalCounts::index(std::size_t variant, std::size_t row, std::size_t year, std::size_t sex,
                                   std::size_t age) const {
    const std::size_t rows = map_.rows.size();
    return ((variant * rows + row) * sorted_.years.size() + year) * slots_per_year() + sex * sorted_.age_slots() + age;
}

void MunicipalCounts::place(const Observation& observation, std::int32_t& cell, Complaints& complaints) {
    const std::optional<Text> wrong = objection(table_, observation);
    if (wrong) {
        complaints.add("tall som mangler eller er umulige", "numbers that are missing or impossible",
                       table_.at(observation), with_cell(*wrong, table_.describe(observation)));
    }
    if (cell != unread) {
        complaints.add("celler som står to ganger", "cells that are there twice", table_.at(observation),
                       with_cell({"cellen gjentar en tidligere", "the cell repeats an earlier one"},
                                 table_.describe(observation)));
    }
    cell = wrong ? 0 : static_cast<std::int32_t>(observation.value);
}

bool MunicipalCounts::complete(Problems& problems) const {
    bool whole = true;
    for (std::size_t row = 0; row < map_.rows.size(); ++row) {
        whole = !report_absent(row, problems) && !report_hole(row, problems) && !report_nobody(row, problems) && whole;
    }
    return whole;
}

/// A municipality of the map that the file doesn't have, with its namesake of another time.
bool MunicipalCounts::report_absent(std::size_t row, Problems& problems) const {
    if (last_seen_[row].line >= 0) return false;
    const MunicipalityMap::Row& wanted = map_.rows[row];
    const Text hint = hint_for(wanted);
    problems.add(wanted.at,
                 {fmt::format("{} finnes ikke i {}{}", shown(map_.printed(row)), table_.file, hint.nb),
                  fmt::format("{} is not in {}{}", shown(map_.printed(row)), table_.file, hint.en)},
                 "absent municipality");
    return true;
}

/// Why a municipality of the map may not be in the file.
Text MunicipalCounts::hint_for(const MunicipalityMap::Row& wanted) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < sorted_.regions.size(); ++i) {
        const RegionMeaning& region = sorted_.regions[i];
        if (region.kind == RegionKind::name_only && sorted_.row_of_region[i] < 0) names.push_back(region.name);
        if (region.kind != RegionKind::municipality || wanted.name.empty() ||
            !same_municipality(region.name, wanted.name, wanted.code))
            continue;
        const std::string there = shown(region.code + " " + region.name);
        if (looks_old(region.code, region.name)) {
            return {fmt::format("; filen har {}, et kommunenummer fra før 2024: velg dagens kommuner", there),
                    fmt::format("; the file has {}, a code of before 2024: choose today's municipalities", there)};
        }
        if (looks_old(wanted.code, wanted.name)) {
            return {fmt::format("; {} er fra før 2024, filen har {}", wanted.code, there),
                    fmt::format("; {} is of before 2024, the file has {}", wanted.code, there)};
        }
    }
    if (wanted.name.empty() && !names.empty()) {
        return {"; filen har bare navn, så municipality_name må stå i kommunelisten",
                "; the file has names only, so municipality_name must stand in the map"};
    }
    return did_you_mean(wanted.name, names);
}

bool MunicipalCounts::report_hole(std::size_t row, Problems& problems) const {
    std::size_t missing = 0;
    Text first;
    for (std::size_t v = 0; v < sorted_.variants.size(); ++v) {
        for (std::size_t y = 0; y < sorted_.years.size(); ++y) {
            for (std::size_t s = 0; s < static_cast<std::size_t>(sorted_.sexes); ++s) {
                for (std::size_t a = 0; a < sorted_.age_slots(); ++a) {
                    if (at(v, row, y, s, a) != unread || missing++ > 0) continue;
                    const std::string year = fmt::format("{} {}", sorted_.variants[v], sorted_.years[y]);
                    first.nb = year + (sorted_.sexes == 1 ? "" : s == 0 ? ", kvinner" : ", menn");
                    first.en = year + (sorted_.sexes == 1 ? "" : s == 0 ? ", females" : ", males");
                    if (!sorted_.by_age()) continue;
                    first.nb += fmt::format(", {} år", sorted_.ages[a]);
                    first.en += fmt::format(", age {}", sorted_.ages[a]);
                }
            }
        }
    }
    if (missing == 0) return false;
    const auto said = [](const std::string& text) { return text.substr(text.find_first_not_of(' ')); };
    problems.add(last_seen_[row], {fmt::format("{}: mangler {}{}", map_.printed(row), said(first.nb),
                                               missing > 1 ? fmt::format(", og {} celler til", missing - 1) : ""),
                                   fmt::format("{}: {} is missing{}", map_.printed(row), said(first.en),
                                               missing > 1 ? fmt::format(", and {} more cells", missing - 1) : "")});
    return true;
}

/// The StatBank writes 0 for a municipality in years when it did not exist.
bool MunicipalCounts::report_nobody(std::size_t row, Problems& problems) const {
    for (std::size_t y = 0; y < sorted_.years.size(); ++y) {
        for (std::size_t v = 0; v < sorted_.variants.size(); ++v) {
            const std::size_t begin = index(v, row, y, 0, 0);
            const bool anybody = std::any_of(cells_.begin() + static_cast<std::ptrdiff_t>(begin),
                                             cells_.begin() + static_cast<std::ptrdiff_t>(begin + slots_per_year()),
                                             [](std::int32_t cell) { return cell > 0; });
            if (anybody) continue;
            const int year = sorted_.years[y];
            problems.add(
                last_seen_[row],
                {fmt::format("{} har ingen innbyggere i {}; kommunenummeret gjaldt neppe da, velg år med --years",
                             map_.printed(row), year),
                 fmt::format("{} has no inhabitants in {}; the code was hardly in use then, choose years with --years",
                             map_.printed(row), year)});
            return true;
        }
    }
    return false;
}

std::int64_t MunicipalCounts::total_of(const Observation& observation) const {
    const Place where = place_of(table_, sorted_, observation);
    std::int64_t sum = 0;
    for (int sex = 0; sex < sorted_.sexes; ++sex) {
        if (where.sex >= 0 && where.sex != sex) continue;
        for (std::size_t age = 0; age < sorted_.age_slots(); ++age) {
            if (where.age >= 0 && static_cast<std::size_t>(where.age) != age) continue;
            sum += at(static_cast<std::size_t>(where.variant), static_cast<std::size_t>(where.row),
                      static_cast<std::size_t>(where.year), static_cast<std::size_t>(sex), age);
        }
    }
    return sum;
}

std::size_t MunicipalCounts::compare_totals(Complaints& complaints) const {
    std::size_t agreeing = 0;
    for (const std::size_t i : totals_) {
        const Observation& observation = table_.observations[i];
        const std::int64_t ours = total_of(observation);
        std::optional<Text> wrong = objection(table_, observation);
        if (!wrong && observation.value == ours) {
            ++agreeing;
            continue;
        }
        if (!wrong) {
            wrong = Text{fmt::format("filens sum er {}, delene gir {}", observation.value, ours),
                         fmt::format("the file's total is {}, the parts make {}", observation.value, ours)};
        }
        complaints.add("summer som ikke stemmer", "totals that don't agree", table_.at(observation),
                       with_cell(*wrong, table_.describe(observation)));
    }
    return agreeing;
}

} // namespace framsyn::app
