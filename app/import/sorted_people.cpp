#include "app/import/sorted_people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace framsyn::app {
namespace {

constexpr int oldest_single_age = 105;

/// What the categories of age mean.
class AgeSorter {
  public:
    AgeSorter(const StatbankTable& table, bool population, SortedTable& sorted, Problems& problems)
        : table_(table), population_(population), sorted_(sorted), problems_(problems) {}

    void sort() {
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

  private:
    void check_age(std::size_t i, const AgeMeaning& meaning) {
        const Category& category = table_.of(Axis::age)[i];
        const bool low_open = meaning.kind == AgeKind::open && meaning.age < (population_ ? oldest_single_age : 100);
        const bool known = meaning.kind != AgeKind::unknown;
        if (known && meaning.kind != AgeKind::group && !low_open) return;
        const std::string what = table_.named(Axis::age, category);
        problems_.add(table_.first_use(Axis::age, i),
                      {what + (known ? ": er en aldersgruppe; velg ettårig alder, 0 år til 105 år eller eldre"
                                     : ": ukjent alder"),
                       what + (known ? ": is a group of ages; choose single years, 0 years to 105 years or older"
                                     : ": unknown age")});
    }

    /// The ages must run from 0 to the open class without a hole. A population needs 105; a projection may end at 100.
    void check_oldest() {
        if (sorted_.ages.empty()) {
            if (population_ && table_.has(Axis::age)) {
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
        const bool projection_end = !population_ && sorted_.open_age >= 100;
        const int needed = projection_end ? sorted_.open_age : std::max(oldest, oldest_single_age);
        for (int age = 0; age <= needed; ++age) {
            if (std::binary_search(sorted_.ages.begin(), sorted_.ages.end(), age)) continue;
            report(fmt::format("{} år mangler; velg alle aldre fra 0 år til 105 år eller eldre", age),
                   fmt::format("age {} is missing; choose every age from 0 years to 105 years or older", age));
            return;
        }
    }

    void report(const std::string& nb, const std::string& en) { problems_.add({table_.file, 0, 0}, {nb, en}); }

    const StatbankTable& table_;
    bool population_;
    SortedTable& sorted_;
    Problems& problems_;
};

/// What the categories of sex mean.
class SexSorter {
  public:
    SexSorter(const StatbankTable& table, bool population, SortedTable& sorted, Problems& problems)
        : table_(table), population_(population), sorted_(sorted), problems_(problems) {}

    void sort() {
        std::vector<SexMeaning> meanings;
        for (std::size_t i = 0; i < table_.of(Axis::sex).size(); ++i) {
            const Category& category = table_.of(Axis::sex)[i];
            meanings.push_back(sex_meaning(category));
            if (meanings.back() != SexMeaning::unknown) continue;
            problems_.add(table_.first_use(Axis::sex, i),
                          {table_.named(Axis::sex, category) + ": ventet Menn eller Kvinner",
                           table_.named(Axis::sex, category) + ": expected Males or Females"});
        }
        const auto has = [&](SexMeaning sex) {
            return std::find(meanings.begin(), meanings.end(), sex) != meanings.end();
        };
        const bool female = has(SexMeaning::female);
        const bool male = has(SexMeaning::male);
        sorted_.sexes = female || male ? 2 : 1;
        if (female != male || (sorted_.by_age() && !female && (!population_ || table_.has(Axis::sex)))) {
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

  private:
    void report(const std::string& nb, const std::string& en) { problems_.add({table_.file, 0, 0}, {nb, en}); }

    const StatbankTable& table_;
    bool population_;
    SortedTable& sorted_;
    Problems& problems_;
};

} // namespace

void sort_ages(const StatbankTable& table, bool population, SortedTable& sorted, Problems& problems) {
    AgeSorter(table, population, sorted, problems).sort();
}

void sort_sexes(const StatbankTable& table, bool population, SortedTable& sorted, Problems& problems) {
    SexSorter(table, population, sorted, problems).sort();
}

} // namespace framsyn::app
