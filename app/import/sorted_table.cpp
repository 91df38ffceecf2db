#include "app/import/sorted_table.hpp"

#include "app/import/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace framsyn::app {
namespace {

constexpr int oldest_single_age = 105;

std::string with_name(const StatbankTable& table, Axis axis, const Category& category) {
    return fmt::format("{} «{}»", table.names[static_cast<std::size_t>(axis)], category.printed());
}

/// Where a category is first used, as CSV has it; the file as a whole for JSON.
Position first_use(const StatbankTable& table, Axis axis, std::size_t category) {
    for (const Observation& observation : table.observations) {
        if (observation.category[static_cast<std::size_t>(axis)] == category) {
            return observation.line > 0 ? Position{table.file, observation.line, 1} : Position{table.file, 0, 0};
        }
    }
    return {table.file, 0, 0};
}

class Sorter {
  public:
    Sorter(const StatbankTable& table, SsbTable expected, const MunicipalityMap& map, Problems& problems)
        : table_(table), expected_(expected), map_(map), problems_(problems) {}

    SortedTable sort(const std::optional<YearSpan>& years) {
        check_number();
        check_variables();
        sort_regions();
        sort_contents();
        sort_years(years);
        sort_ages();
        sort_sexes();
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
    }

    int row_named(const std::string& name) {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < map_.rows.size(); ++row) {
            if (!map_.rows[row].name.empty() && same_municipality(name, map_.rows[row].name)) rows.push_back(row);
        }
        if (rows.size() > 1) {
            report(fmt::format("«{}» kan være {} eller {}; last ned med kommunenummer", name, map_.printed(rows[0]),
                               map_.printed(rows[1])),
                   fmt::format("\"{}\" may be {} or {}; download it with codes", name, map_.printed(rows[0]),
                               map_.printed(rows[1])));
        }
        return rows.empty() ? SortedTable::not_used : static_cast<int>(rows[0]);
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
        problems_.add(first_use(table_, axis, i),
                      {fmt::format("{}: {}", with_name(table_, axis, category),
                                   projection ? "dette er en framskriving; tabell 07459 teller personer"
                                              : "ukjent statistikkvariabel; ventet Personer"),
                       fmt::format("{}: {}", with_name(table_, axis, category),
                                   projection ? "this is a projection; table 07459 counts persons"
                                              : "unknown contents; expected Persons")});
    }

    int variant_slot(Axis axis, std::size_t i) {
        const Category& category = table_.of(axis)[i];
        const std::string letters = variant_meaning(category);
        if (letters.empty()) {
            problems_.add(first_use(table_, axis, i),
                          {fmt::format("{}: finner ikke alternativets fire bokstaver, som i «Hovedalternativet "
                                       "(MMMM)»; last ned med tekst",
                                       with_name(table_, axis, category)),
                           fmt::format("{}: does not have the alternative's four letters, as in \"Main alternative "
                                       "(MMMM)\"; download it with text",
                                       with_name(table_, axis, category))});
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
            problems_.add(first_use(table_, Axis::year, i),
                          {with_name(table_, Axis::year, category) + ": ventet et årstall",
                           with_name(table_, Axis::year, category) + ": expected a year"});
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

    void sort_ages() {
        const std::vector<Category>& categories = table_.of(Axis::age);
        std::vector<AgeMeaning> meanings;
        for (std::size_t i = 0; i < categories.size(); ++i) {
            meanings.push_back(age_meaning(categories[i]));
            check_age(i, meanings.back());
            const bool single = meanings.back().kind == AgeKind::single || meanings.back().kind == AgeKind::open;
            if (single) sorted_.ages.push_back(meanings.back().age);
            if (meanings.back().kind == AgeKind::open) sorted_.open_age = meanings.back().age;
        }
        std::sort(sorted_.ages.begin(), sorted_.ages.end());
        sorted_.ages.erase(std::unique(sorted_.ages.begin(), sorted_.ages.end()), sorted_.ages.end());
        check_oldest();
        for (const AgeMeaning& meaning : meanings) {
            const auto place = std::lower_bound(sorted_.ages.begin(), sorted_.ages.end(), meaning.age);
            const bool single = meaning.kind == AgeKind::single || meaning.kind == AgeKind::open;
            sorted_.age_slot.push_back(single             ? static_cast<int>(place - sorted_.ages.begin())
                                       : sorted_.by_age() ? SortedTable::total
                                                          : 0);
        }
    }

    void check_age(std::size_t i, const AgeMeaning& meaning) {
        const Category& category = table_.of(Axis::age)[i];
        const bool low_open =
            meaning.kind == AgeKind::open && meaning.age < (is_population() ? oldest_single_age : 100);
        const bool known = meaning.kind != AgeKind::unknown;
        if (known && meaning.kind != AgeKind::group && !low_open) return;
        const std::string what = with_name(table_, Axis::age, category);
        problems_.add(first_use(table_, Axis::age, i),
                      {what + (known ? ": er en aldersgruppe; velg ettårig alder, 0 år til 105 år eller eldre"
                                     : ": ukjent alder"),
                       what + (known ? ": is a group of ages; choose single years, 0 years to 105 years or older"
                                     : ": unknown age")});
    }

    /// The ages must run from 0 to the open class without a hole. A population needs 105; a projection may end at 100.
    void check_oldest() {
        if (sorted_.ages.empty()) {
            if (is_population() && table_.has(Axis::age)) {
                report("mangler ettårig alder; velg 0 år til 105 år eller eldre",
                       "single years of age are missing; choose 0 years to 105 years or older");
            }
            return;
        }
        const int oldest = sorted_.ages.back();
        if (sorted_.open_age > 0 && sorted_.open_age != oldest) {
            report(fmt::format("har både «{} år eller eldre» og {} år; da telles noen to ganger", sorted_.open_age,
                               oldest),
                   fmt::format("has both \"{} years or older\" and {} years; some are counted twice", sorted_.open_age,
                               oldest));
        }
        const bool projection_end = !is_population() && sorted_.open_age >= 100;
        const int needed = projection_end ? sorted_.open_age : std::max(oldest, oldest_single_age);
        for (int age = 0; age <= needed; ++age) {
            if (std::binary_search(sorted_.ages.begin(), sorted_.ages.end(), age)) continue;
            report(fmt::format("{} år mangler; velg alle aldre fra 0 år til 105 år eller eldre", age),
                   fmt::format("age {} is missing; choose every age from 0 years to 105 years or older", age));
            return;
        }
    }

    void sort_sexes() {
        std::vector<SexMeaning> meanings;
        for (std::size_t i = 0; i < table_.of(Axis::sex).size(); ++i) {
            const Category& category = table_.of(Axis::sex)[i];
            meanings.push_back(sex_meaning(category));
            if (meanings.back() != SexMeaning::unknown) continue;
            problems_.add(first_use(table_, Axis::sex, i),
                          {with_name(table_, Axis::sex, category) + ": ventet Menn eller Kvinner",
                           with_name(table_, Axis::sex, category) + ": expected Males or Females"});
        }
        const auto has = [&](SexMeaning sex) {
            return std::find(meanings.begin(), meanings.end(), sex) != meanings.end();
        };
        const bool female = has(SexMeaning::female);
        const bool male = has(SexMeaning::male);
        sorted_.sexes = female || male ? 2 : 1;
        if (female != male || (sorted_.by_age() && !female && (!is_population() || table_.has(Axis::sex)))) {
            const bool neither = !female && !male;
            report(fmt::format("mangler {}; velg både menn og kvinner", neither  ? "menn og kvinner"
                                                                        : female ? "menn"
                                                                                 : "kvinner"),
                   fmt::format("{} missing; choose both males and females", neither  ? "males and females are"
                                                                            : female ? "males are"
                                                                                     : "females are"));
        }
        for (const SexMeaning meaning : meanings) {
            sorted_.sex_slot.push_back(meaning == SexMeaning::male                           ? 1
                                       : meaning == SexMeaning::female || sorted_.sexes == 1 ? 0
                                                                                             : SortedTable::total);
        }
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
                       const std::optional<YearSpan>& years, Problems& problems) {
    return Sorter(table, expected, map, problems).sort(years);
}

} // namespace framsyn::app
