#include "app/scenario/read/add_counted_use.hpp"

#include "app/scenario/people/read_period_tables.hpp"
#include "models/need/expected_use.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/scenario/counted_use.hpp"
#include "models/values/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

namespace framsyn::app {
namespace {

using study::CountedUse;

bool is_before(const CountedUse& one, const CountedUse& other) {
    return one.year < other.year;
}

/// A count is one number, and of a year that the run knows.
bool is_sound(const WrittenScenario& scenario, const WrittenCount& written, Problems& problems) {
    const std::size_t before = problems.size();
    if (written.use.year > scenario.last_year) {
        problems.add(written.at, {fmt::format("[[counted_use]] «{}»: {} er etter siste år ({})", written.id,
                                              written.use.year, scenario.last_year),
                                  fmt::format("[[counted_use]] \"{}\": {} is after the last year ({})", written.id,
                                              written.use.year, scenario.last_year)});
    }
    for (const Quantity& number : written.numbers) {
        if (!number.has_interval()) continue;
        problems.add(number.at,
                     {fmt::format("[[counted_use]] «{}»: et talt tall har ikke low og high", written.id),
                      fmt::format("[[counted_use]] \"{}\": a counted number has no low and high", written.id)});
    }
    return problems.size() == before;
}

/// The entries that say the same year of the same activity: the second would replace the first unseen.
void check_once(const WrittenScenario& scenario, Problems& problems) {
    std::set<std::pair<std::size_t, int>> seen;
    for (const WrittenCount& written : scenario.counted) {
        if (seen.insert({written.activity, written.use.year}).second) continue;
        const std::string& id = scenario.activities[written.activity].id;
        problems.add(written.at, {fmt::format("{}: {} står to ganger i [[counted_use]]", id, written.use.year),
                                  fmt::format("{}: {} is twice in [[counted_use]]", id, written.use.year)});
    }
}

void put_year(std::vector<CountedUse>& years, CountedUse year) {
    const auto place = std::lower_bound(years.begin(), years.end(), year, is_before);
    if (place == years.end() || place->year != year.year) {
        years.insert(place, year);
        return;
    }
    if (!(year.expected_days > 0.0)) year.expected_days = place->expected_days;
    if (!year.places) year.places = place->places;
    if (!year.available_days) year.available_days = place->available_days;
    *place = year;
}

void check_series(const WrittenScenario& scenario, const study::ActivityInfo& activity, const Position& at,
                  Counts counts, Problems& problems) {
    for (std::size_t y = 1; y < activity.counted.size(); ++y) {
        const int expected = activity.counted[y - 1].year + 1, found = activity.counted[y].year;
        if (found == expected) continue;
        problems.add(at, {fmt::format("{}: {} er ikke talt, men {} og {} er det; ventet hvert år", activity.id,
                                      expected, expected - 1, found),
                          fmt::format("{}: {} isn't counted, but {} and {} are; expected every year", activity.id,
                                      expected, expected - 1, found)});
        return;
    }
    const int first = activity.counted.front().year, last = activity.counted.back().year;
    if (!activity.bed_days || activity.basis == study::Basis::split) {
        problems.add(at, {fmt::format("{}: [[activity]] har ingen telte liggedøgn å holde (basis = \"split\", "
                                      "eller uten bed_days)",
                                      activity.id),
                          fmt::format("{}: the [[activity]] has no counted bed days to hold (basis = \"split\", or "
                                      "without bed_days)",
                                      activity.id)});
    } else if (counts == Counts::held && (first > scenario.base_year || last < scenario.base_year)) {
        problems.add(at, {fmt::format("{}: {}–{}, men basisåret {} må være med; skriv det i [[counted_use]]",
                                      activity.id, first, last, scenario.base_year),
                          fmt::format("{}: {}–{}, but the base year {} must be among them; write it in [[counted_use]]",
                                      activity.id, first, last, scenario.base_year)});
    }
}

/// Use at the scenario's rates of those whom an activity is of, by year.
class UseAtRates {
  public:
    explicit UseAtRates(const WrittenScenario& scenario)
        : scenario_(scenario), people_(study::central_population(demography::Projector(scenario.demography))),
          before_(people_before_base_year(scenario)) {}

    bool has(int year) const { return on_1_january(year) && on_1_january(year + 1); }

    /// Where nobody lives in the area (a private owner of places) it is the region's.
    double days(const study::ActivityInfo& activity, int year) const {
        std::vector<std::size_t> all(scenario_.trusts.size());
        for (std::size_t trust = 0; trust < all.size(); ++trust) all[trust] = trust;
        std::vector<std::size_t> own;
        for (const TrustId trust : activity.trusts()) own.push_back(trust.index());
        const double days = sum(activity, own, year);
        return (days > 0.0 ? days : sum(activity, all, year)) * days_in_year(year);
    }

  private:
    const demography::Cohorts* on_1_january(int year) const {
        if (year >= people_.first_year) return year <= people_.last_year() ? &people_.on_1_january(year) : nullptr;
        const auto found = before_.find(year);
        return found == before_.end() ? nullptr : &found->second;
    }

    double sum(const study::ActivityInfo& activity, const std::vector<std::size_t>& trusts, int year) const {
        std::set<std::size_t> rates;
        for (const ServiceId service : activity.service.services) rates.insert(scenario_.of(service).use_rate);
        double days = 0.0;
        for (const std::size_t rate : rates) {
            for (const std::size_t trust : trusts) {
                days +=
                    need::days_at_rates(*on_1_january(year), *on_1_january(year + 1), trust, scenario_.use_rates[rate]);
            }
        }
        return days;
    }

    const WrittenScenario& scenario_;
    demography::PopulationPath people_;
    std::map<int, demography::Cohorts> before_;
};

bool is_given(const CountedUse& year) {
    return year.expected_days > 0.0;
}

/// The nearest year that has expected days and people; the earlier of two.
const CountedUse* nearest_given(const std::vector<CountedUse>& years, int year, const UseAtRates& use) {
    const CountedUse* nearest = nullptr;
    for (const CountedUse& other : years) {
        if (!is_given(other) || !use.has(other.year)) continue;
        if (!nearest || std::abs(other.year - year) < std::abs(nearest->year - year)) nearest = &other;
    }
    return nearest;
}

} // namespace

void add_counted_use(WrittenScenario& scenario, Counts counts, Problems& problems) {
    scenario.counted_at.resize(scenario.activities.size());
    check_once(scenario, problems);
    for (const WrittenCount& written : scenario.counted) {
        if (!is_sound(scenario, written, problems)) continue;
        put_year(scenario.activities[written.activity].counted, written.use);
        scenario.counted_at[written.activity] = written.at;
    }
    if (!problems.empty()) return;
    for (std::size_t a = 0; a < scenario.activities.size(); ++a) {
        const study::ActivityInfo& activity = scenario.activities[a];
        if (!activity.counted.empty()) check_series(scenario, activity, scenario.counted_at[a], counts, problems);
    }
}

void fill_expected_days(WrittenScenario& scenario, Problems& problems) {
    const bool all = std::all_of(scenario.activities.begin(), scenario.activities.end(), [](const auto& activity) {
        return std::all_of(activity.counted.begin(), activity.counted.end(), is_given);
    });
    if (all) return;
    const UseAtRates use(scenario);
    for (std::size_t a = 0; a < scenario.activities.size(); ++a) {
        study::ActivityInfo& activity = scenario.activities[a];
        const std::vector<CountedUse> given = activity.counted;
        for (CountedUse& year : activity.counted) {
            if (is_given(year)) continue;
            const CountedUse* from = use.has(year.year) ? nearest_given(given, year.year, use) : nullptr;
            const double then = from ? use.days(activity, from->year) : 0.0;
            if (then > 0.0) {
                year.expected_days = from->expected_days * use.days(activity, year.year) / then;
                continue;
            }
            problems.add(scenario.counted_at[a],
                         {fmt::format("{}: expected_days for {} kan ikke regnes ut: ingen år har både expected_days og "
                                      "folketall; skriv det",
                                      activity.id, year.year),
                          fmt::format("{}: expected_days of {} can't be worked out: no year has both expected_days and "
                                      "people; write it",
                                      activity.id, year.year)});
        }
    }
}

} // namespace framsyn::app
