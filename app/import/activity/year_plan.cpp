#include "app/import/activity/year_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

/// A trust's bed days seldom change by more than half from one year to the next; so may a slip of a digit.
constexpr double unlikely_ratio = 1.5;
constexpr double few_days = 500.0;

class Planner {
  public:
    Planner(const ImportedActivity& imported, const std::optional<KnownBase>& base) : imported_(imported) {
        if (base) series_ = base->series;
        for (const CountedActivity& count : imported.counts) {
            if (count.bed_days.value_or(0) <= 0) continue;
            const std::string& trust = imported.trusts[count.trust];
            const std::string service = service_id(count.service);
            const bool known = std::any_of(series_.begin(), series_.end(), [&](const KnownSeries& one) {
                return one.trust == trust && one.service == service;
            });
            if (!known) series_.push_back({trust + "-" + service, trust, service, {}});
        }
    }

    YearPlan plan(int first_base_year) {
        plan_.base_year = imported_.years.back();
        for (const KnownSeries& one : series_) {
            if (!one.years.empty()) plan_.base_year = std::min(plan_.base_year, reach(one));
        }
        plan_.base_year = std::max(plan_.base_year, first_base_year);
        tell_base_year();
        for (const KnownSeries& one : series_) {
            count_years(one);
            hold(one);
            tell_jumps(one);
        }
        tell_old();
        return std::move(plan_);
    }

  private:
    const CountedActivity* in_file(const KnownSeries& one, int year) const {
        const auto found = std::find_if(imported_.counts.begin(), imported_.counts.end(), [&](const auto& count) {
            return count.year == year && count.bed_days.value_or(0) > 0 && imported_.trusts[count.trust] == one.trust &&
                   service_id(count.service) == one.service;
        });
        return found == imported_.counts.end() ? nullptr : &*found;
    }

    static const KnownSeries::Year* known(const KnownSeries& one, int year) {
        const auto found =
            std::find_if(one.years.begin(), one.years.end(), [&](const auto& other) { return other.year == year; });
        return found == one.years.end() ? nullptr : &*found;
    }

    std::optional<double> days(const KnownSeries& one, int year) const {
        if (const CountedActivity* count = in_file(one, year)) return static_cast<double>(*count->bed_days);
        if (const KnownSeries::Year* before = known(one, year)) return before->bed_days;
        return std::nullopt;
    }

    /// The last year up to which every year is counted, by the scenario or the export.
    int reach(const KnownSeries& one) const {
        int last = one.years.back().year;
        while (in_file(one, last + 1)) ++last;
        return last;
    }

    void remark(const std::string& nb, const std::string& en) { plan_.remarks.push_back({nb, en}); }

    void tell_base_year() {
        const int last = imported_.years.back();
        if (plan_.base_year == last) return;
        std::vector<std::string> behind;
        for (const KnownSeries& one : series_) {
            if (!one.years.empty() && reach(one) < last) behind.push_back(one.id);
        }
        const std::string ids = fmt::format("{}", fmt::join(behind, ", "));
        remark(fmt::format("basisåret blir {}, ikke {}: {} er ikke talt i alle år til og med {}", plan_.base_year, last,
                           ids, last),
               fmt::format("the base year is {}, not {}: {} isn't counted in every year up to {}", plan_.base_year,
                           last, ids, last));
    }

    void count_years(const KnownSeries& one) {
        if (one.years.empty()) return;
        const int last = reach(one);
        for (const int year : imported_.years) {
            const CountedActivity* count = in_file(one, year);
            if (!count || year < one.years.front().year) continue;
            if (year > last) {
                remark(fmt::format("{}: {} er talt, men ikke {}; {} er ikke skrevet", one.id, year, last + 1, year),
                       fmt::format("{}: {} is counted, but not {}; {} isn't written", one.id, year, last + 1, year));
                continue;
            }
            const KnownSeries::Year* before = known(one, year);
            const auto counted = static_cast<double>(*count->bed_days);
            if (before && before->bed_days == counted) continue;
            if (before) {
                remark(fmt::format("{}: {} er rettet fra {} til {} oppholdsdøgn", one.id, year, before->bed_days,
                                   *count->bed_days),
                       fmt::format("{}: {} is revised from {} to {} bed days", one.id, year, before->bed_days,
                                   *count->bed_days));
            }
            plan_.counted.push_back({one.id, count});
        }
    }

    void hold(const KnownSeries& one) {
        const std::optional<double> held = days(one, plan_.base_year);
        if (held) plan_.held.push_back({one.id, one.trust, one.service, *held, in_file(one, plan_.base_year)});
    }

    void tell_jumps(const KnownSeries& one) {
        for (const int year : imported_.years) {
            const std::optional<double> now = in_file(one, year) ? days(one, year) : std::nullopt;
            const std::optional<double> before = days(one, year - 1);
            if (!now || !before || std::max(*now, *before) < few_days) continue;
            if (*now <= unlikely_ratio * *before && *before <= unlikely_ratio * *now) continue;
            remark(fmt::format("{}: {} oppholdsdøgn i {} mot {} året før; er det riktig?", one.id, *now, year, *before),
                   fmt::format("{}: {} bed days in {} against {} the year before; is that right?", one.id, *now, year,
                               *before));
        }
    }

    /// Activities without years of their own that the export says nothing of.
    void tell_old() {
        std::vector<std::string> old;
        for (const KnownSeries& one : series_) {
            if (!days(one, plan_.base_year)) old.push_back(one.id);
        }
        if (old.empty()) return;
        const std::string ids = fmt::format("{}", fmt::join(old, ", "));
        remark(fmt::format("ikke i filen, og står med bed_days fra før som om de var fra {}: {}", plan_.base_year, ids),
               fmt::format("not in the file, and keep their bed_days as if they were of {}: {}", plan_.base_year, ids));
    }

    const ImportedActivity& imported_;
    std::vector<KnownSeries> series_;
    YearPlan plan_;
};

} // namespace

YearPlan plan_year(const ImportedActivity& imported, const std::optional<KnownBase>& base, const std::string& file,
                   Problems& problems) {
    const int last = imported.years.back();
    if (base && last < base->base_year) {
        problems.add({file, 0, 0},
                     {fmt::format("siste år er {}, før scenarioets basisår {}; velg senere år", last, base->base_year),
                      fmt::format("the last year is {}, before the scenario's base year {}; choose later "
                                  "years",
                                  last, base->base_year)});
        return {};
    }
    return Planner(imported, base).plan(base ? base->base_year : last);
}

} // namespace framsyn::app
