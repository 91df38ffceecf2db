#include "app/scenario/people/check_leaps.hpp"

#include "models/values/age_span.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace framsyn::app {
namespace {

using demography::Sex;

// What no trust's counts have done: of 21 trusts in 2015–2026 and four in 2006–2026 (SSB table 07459) the largest change of
// all people is .033, of a sex and age group .185 and 3.0 times the root of the persons of both years.
constexpr double largest_change = 0.05;
constexpr double largest_group_change = 0.2;
constexpr double largest_group_chance = 5.0;

constexpr std::array<AgeSpan, 7> age_groups{
    {{0, 17}, {18, 29}, {30, 49}, {50, 66}, {67, 79}, {80, 89}, {90, static_cast<int>(demography::oldest_age)}}};

/// Persons of a sex and age group, or of both sexes and all ages, who were so many and are so many a year later.
struct Leap {
    std::size_t area = 0;
    int year = 0;
    double before = 0.0, after = 0.0;
    Text who;

    double change() const { return before > 0.0 ? after / before - 1.0 : 0.0; }
    bool is_chance() const { return std::abs(after - before) <= largest_group_chance * std::sqrt(after + before); }
};

double persons_of(const demography::Cohorts& people, std::size_t area, Sex sex, const AgeSpan& ages) {
    double sum = 0.0;
    for (int age = ages.from; age <= ages.to; ++age) sum += people(age, demography::column(area, sex));
    return sum;
}

Text name_of(Sex sex, const AgeSpan& ages) {
    const bool women = sex == Sex::female;
    const std::string from_to = ages.to == static_cast<int>(demography::oldest_age)
                                    ? fmt::format("{}+", ages.from)
                                    : fmt::format("{}–{}", ages.from, ages.to);
    return {fmt::format("{} {} år", women ? "kvinner" : "menn", from_to),
            fmt::format("{} of {}", women ? "women" : "men", from_to)};
}

/// All people if they leap, else the sex and age group that leaps most; a leap of none has no year.
Leap leap_of(const demography::Cohorts& before, const demography::Cohorts& after, std::size_t area, int year) {
    const Leap all{area,
                   year,
                   demography::persons_in_area(before, area),
                   demography::persons_in_area(after, area),
                   {"innbyggere", "inhabitants"}};
    if (std::abs(all.change()) > largest_change && !all.is_chance()) return all;
    Leap largest;
    for (const Sex sex : {Sex::female, Sex::male}) {
        for (const AgeSpan& ages : age_groups) {
            const Leap one{area, year, persons_of(before, area, sex, ages), persons_of(after, area, sex, ages),
                           name_of(sex, ages)};
            const double least = std::max(largest_group_change, std::abs(largest.change()));
            if (std::abs(one.change()) > least && !one.is_chance()) largest = one;
        }
    }
    return largest;
}

} // namespace

void check_leaps(const demography::PopulationPath& path, int last_counted, const std::vector<std::string>& areas,
                 const Position& table, Problems& remarks) {
    constexpr std::size_t most_told = 3;
    std::vector<Leap> leaps;
    for (int year = path.first_year; year < last_counted; ++year) {
        for (std::size_t area = 0; area < areas.size(); ++area) {
            Leap leap = leap_of(path.on_1_january(year), path.on_1_january(year + 1), area, year);
            if (leap.year != 0) leaps.push_back(std::move(leap));
        }
    }
    for (std::size_t i = 0; i < std::min(leaps.size(), most_told); ++i) {
        const Leap& leap = leaps[i];
        const std::size_t more = i + 1 == most_told ? leaps.size() - most_told : 0;
        remarks.add(
            table, {fmt::format("{}: {:.0f} {} 1. januar {} og {:.0f} i {} ({:+.0f} %); er begge tallene riktige?{}",
                                areas[leap.area], leap.before, leap.who.nb, leap.year, leap.after, leap.year + 1,
                                100.0 * leap.change(), more == 0 ? "" : fmt::format(" ({} slike sprang til)", more)),
                    fmt::format("{}: {:.0f} {} on 1 January {} and {:.0f} in {} ({:+.0f} %); are both numbers right?{}",
                                areas[leap.area], leap.before, leap.who.en, leap.year, leap.after, leap.year + 1,
                                100.0 * leap.change(), more == 0 ? "" : fmt::format(" ({} more such leaps)", more))});
    }
}

} // namespace framsyn::app
