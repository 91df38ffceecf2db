#include "app/import/sorted_table.hpp"

#include "app/ground/found_text.hpp"
#include "app/import/municipality_names.hpp"
#include "app/import/sorted_people.hpp"
#include "app/import/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace framsyn::app {
namespace {

class Sorter {
  public:
    Sorter(const StatbankTable& table, SsbTable expected, const MunicipalityMap& map, Problems& problems)
        : table_(table), expected_(expected), map_(map), problems_(problems) {}

    SortedTable sort(const YearLimits& years) {
        check_number();
        check_variables();
        sort_regions();
        sort_contents();
        sort_years(years.wanted);
        if (years.last_counted) check_counted(*years.last_counted);
        sort_ages(table_, is_population(), sorted_, problems_);
        sort_sexes(table_, is_population(), sorted_, problems_);
        return std::move(sorted_);
    }

  private:
    bool is_population() const { return expected_ == SsbTable::population_07459; }

    void report(const std::string& nb, const std::string& en) { problems_.add({table_.file, 0, 0}, {nb, en}); }

    void check_number() {
        const std::string expected = number_of(expected_);
        if (table_.number.empty() || table_.number == expected) return;
        problems_.add(table_.number_at,
                      {fmt::format("dette er tabell {}; ventet {} (ssb-{})", table_.number, expected, expected),
                       fmt::format("this is table {}; expected {} (ssb-{})", table_.number, expected, expected)});
    }

    void check_variables() {
        const auto need = [&](Axis axis, const char* nb, const char* en) {
            if (!table_.has(axis))
                report(fmt::format("mangler variabelen {}; velg den i statistikkbanken", nb),
                       fmt::format("the variable {} is missing; choose it in the StatBank", en));
        };
        need(Axis::region, "region", "region");
        need(Axis::year, "år", "year");
        if (!is_population()) return;
        need(Axis::sex, "kjønn", "sex");
        need(Axis::age, "alder", "age");
    }

    void sort_regions() {
        std::unordered_map<std::string, int> row_of;
        for (std::size_t row = 0; row < map_.rows.size(); ++row)
            row_of.emplace(map_.rows[row].code, static_cast<int>(row));
        for (const Category& category : table_.of(Axis::region)) {
            const RegionMeaning meaning = region_meaning(category);
            int row = SortedTable::not_used;
            if (meaning.kind == RegionKind::municipality) {
                const auto found = row_of.find(meaning.code);
                if (found != row_of.end()) row = found->second;
            } else if (meaning.kind == RegionKind::name_only) {
                row = row_named(meaning.name);
            }
            sorted_.row_of_region.push_back(row);
            sorted_.regions.push_back(meaning);
        }
        settle_names();
    }

    int row_named(const std::string& name) {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < map_.rows.size(); ++row) {
            const MunicipalityMap::Row& known = map_.rows[row];
            if (!known.name.empty() && same_municipality(name, known.name, known.code)) rows.push_back(row);
        }
        if (rows.size() > 1) report_choice(name, map_.printed(rows[0]), map_.printed(rows[1]));
        return rows.empty() ? SortedTable::not_used : static_cast<int>(rows[0]);
    }

    void report_choice(const std::string& name, const std::string& one, const std::string& other) {
        report(
            fmt::format("«{}» kan være {} eller {}; last ned med kommunenummer", shown(name), shown(one), shown(other)),
            fmt::format("\"{}\" may be {} or {}; download it with codes", shown(name), shown(one), shown(other)));
    }

    /// Several names of the file can mean one municipality: the one that is as retired as the map's name is meant.
    void settle_names() {
        std::vector<std::vector<std::size_t>> regions_of(map_.rows.size());
        for (std::size_t i = 0; i < sorted_.regions.size(); ++i) {
            if (sorted_.regions[i].kind == RegionKind::name_only && sorted_.row_of_region[i] >= 0)
                regions_of[static_cast<std::size_t>(sorted_.row_of_region[i])].push_back(i);
        }
        for (std::size_t row = 0; row < regions_of.size(); ++row) settle_name(row, regions_of[row]);
    }

    void settle_name(std::size_t row, std::vector<std::size_t> regions) {
        const bool retired = is_retired_name(map_.rows[row].name);
        const auto fits = [&](std::size_t i) { return is_retired_name(sorted_.regions[i].name) == retired; };
        if (std::any_of(regions.begin(), regions.end(), fits)) {
            for (const std::size_t i : regions) {
                if (!fits(i)) sorted_.row_of_region[i] = SortedTable::not_used;
            }
            regions.erase(std::remove_if(regions.begin(), regions.end(), [&](std::size_t i) { return !fits(i); }),
                          regions.end());
        }
        if (regions.size() > 1) {
            report_choice(map_.printed(row), "«" + sorted_.regions[regions[0]].name + "»",
                          "«" + sorted_.regions[regions[1]].name + "»");
        } else if (regions.size() == 1 && !fits(regions[0])) {
            const std::string name = shown(sorted_.regions[regions[0]].name);
            sorted_.remarks.push_back(
                {fmt::format("«{}» er brukt som {}; kommunen kan ha hatt andre grenser", name, map_.printed(row)),
                 fmt::format("\"{}\" is used as {}; the municipality may have had other borders", name,
                             map_.printed(row))});
        }
    }

    /// Nobody has counted the people of a day to come: such a table is a projection, whatever its contents are called.
    void check_counted(int last) {
        if (!is_population()) return;
        const auto first = std::upper_bound(sorted_.years.begin(), sorted_.years.end(), last);
        if (first == sorted_.years.end()) return;
        report(fmt::format("{} er ikke talt ennå; tabell 07459 teller personer, dette er en framskriving (ssb-14288)",
                           *first),
               fmt::format("{} has not been counted yet; table 07459 counts persons, this is a projection (ssb-14288)",
                           *first));
    }

    void sort_contents() {
        const Axis axis = table_.has(Axis::variant) ? Axis::variant : Axis::contents;
        if (table_.has(Axis::variant) && table_.of(Axis::contents).size() > 1) {
            report("har flere statistikkvariabler; velg bare antall personer",
                   "has several contents; choose the number of persons only");
        }
        if (is_population()) {
            sorted_.variants = {""};
            for (std::size_t i = 0; i < table_.of(axis).size(); ++i) check_persons(axis, i);
        } else if (!table_.has(axis)) {
            report("sier ikke hvilket alternativ (MMMM og så videre) tallene gjelder; ta med statistikkvariabelen",
                   "does not say which alternative (MMMM and so on) the numbers are of; include the contents variable");
        }
        for (std::size_t i = 0; i < table_.of(axis).size(); ++i) {
            sorted_.variant_slot.push_back(is_population() ? 0 : variant_slot(axis, i));
        }
    }

    void check_persons(Axis axis, std::size_t i) {
        const Category& category = table_.of(axis)[i];
        if (means_persons(category)) return;
        const bool projection = !variant_meaning(category).empty();
        problems_.add(table_.first_use(axis, i),
                      {fmt::format("{}: {}", table_.named(axis, category),
                                   projection ? "dette er en framskriving; tabell 07459 teller personer"
                                              : "ukjent statistikkvariabel; ventet Personer"),
                       fmt::format("{}: {}", table_.named(axis, category),
                                   projection ? "this is a projection; table 07459 counts persons"
                                              : "unknown contents; expected Persons")});
    }

    int variant_slot(Axis axis, std::size_t i) {
        const Category& category = table_.of(axis)[i];
        const std::string letters = variant_meaning(category);
        if (letters.empty()) {
            problems_.add(table_.first_use(axis, i),
                          {fmt::format("{}: finner ikke alternativets fire bokstaver, som i «Hovedalternativet "
                                       "(MMMM)»; last ned med tekst",
                                       table_.named(axis, category)),
                           fmt::format("{}: does not have the alternative's four letters, as in \"Main alternative "
                                       "(MMMM)\"; download it with text",
                                       table_.named(axis, category))});
        }
        const auto found = std::find(sorted_.variants.begin(), sorted_.variants.end(), letters);
        if (found != sorted_.variants.end()) return static_cast<int>(found - sorted_.variants.begin());
        sorted_.variants.push_back(letters);
        return static_cast<int>(sorted_.variants.size()) - 1;
    }

    void sort_years(const std::optional<YearSpan>& wanted) {
        std::vector<int> all;
        for (std::size_t i = 0; i < table_.of(Axis::year).size(); ++i) {
            const Category& category = table_.of(Axis::year)[i];
            all.push_back(year_meaning(category));
            if (all.back() != 0) continue;
            problems_.add(table_.first_use(Axis::year, i), {table_.named(Axis::year, category) + ": ventet et årstall",
                                                            table_.named(Axis::year, category) + ": expected a year"});
        }
        sorted_.years = all;
        std::sort(sorted_.years.begin(), sorted_.years.end());
        sorted_.years.erase(std::unique(sorted_.years.begin(), sorted_.years.end()), sorted_.years.end());
        if (wanted) keep_wanted(*wanted);
        for (const int year : all) {
            const auto place = std::lower_bound(sorted_.years.begin(), sorted_.years.end(), year);
            const bool found = place != sorted_.years.end() && *place == year;
            sorted_.year_slot.push_back(found ? static_cast<int>(place - sorted_.years.begin())
                                              : SortedTable::not_used);
        }
    }

    void keep_wanted(const YearSpan& wanted) {
        const std::string there = fmt::format("{}", fmt::join(sorted_.years, ", "));
        for (int year = wanted.first; year <= wanted.last; ++year) {
            if (!std::binary_search(sorted_.years.begin(), sorted_.years.end(), year))
                report(fmt::format("{} mangler (filen har {})", year, there),
                       fmt::format("{} is missing (the file has {})", year, there));
        }
        std::vector<int> kept;
        for (const int year : sorted_.years) {
            if (year >= wanted.first && year <= wanted.last) kept.push_back(year);
        }
        sorted_.years = kept;
    }

    const StatbankTable& table_;
    SsbTable expected_;
    const MunicipalityMap& map_;
    Problems& problems_;
    SortedTable sorted_;
};

} // namespace

std::string number_of(SsbTable table) {
    switch (table) {
    case SsbTable::population_07459:
        return "07459";
    case SsbTable::projection_14288:
        return "14288";
    case SsbTable::projection_14746:
        return "14746";
    }
    return "";
}

std::optional<YearSpan> parse_years(const std::string& text) {
    const std::size_t dash = text.find('-');
    const std::string first = text.substr(0, dash);
    const std::string last = dash == std::string::npos ? first : text.substr(dash + 1);
    if (first.size() != 4 || last.size() != 4 || !all_digits(first) || !all_digits(last)) return std::nullopt;
    const YearSpan span{std::stoi(first), std::stoi(last)};
    if (span.first > span.last || span.first < 1700 || span.last > 2200) return std::nullopt;
    return span;
}

SortedTable sort_table(const StatbankTable& table, SsbTable expected, const MunicipalityMap& map,
                       const YearLimits& years, Problems& problems) {
    return Sorter(table, expected, map, problems).sort(years);
}

} // namespace framsyn::app
