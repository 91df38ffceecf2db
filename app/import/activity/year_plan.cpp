#include "app/import/activity/year_plan.hpp"

#include "app/ground/found_text.hpp"
#include "app/ground/hints.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace framsyn::app {
namespace {

/// A trust's bed days seldom change by more than half from one year to the next; so may a slip of a digit.
constexpr double unlikely_ratio = 1.5;
constexpr double few_days = 500.0;

class Planner {
  public:
    Planner(const ImportedActivity& imported, const std::optional<KnownBase>& base)
        : imported_(imported), series_(series_of(imported, base)), counts_(imported, series_) {}

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
            tell_parts(one);
        }
        tell_old();
        return std::move(plan_);
    }

  private:
    /// What the scenario has, and what stands in the export beside that.
    static std::vector<KnownSeries> series_of(const ImportedActivity& imported, const std::optional<KnownBase>& base) {
        std::vector<KnownSeries> series;
        if (base) series = base->series;
        for (const CountedActivity& count : imported.counts) {
            if (count.bed_days.value_or(0) <= 0) continue;
            const std::string& trust = imported.trusts[count.trust];
            const std::string service = service_id(count.service);
            const bool known = std::any_of(series.begin(), series.end(), [&](const KnownSeries& one) {
                return one.service == service && one.is_about(trust);
            });
            if (!known) series.push_back({trust + "-" + service, trust, service, {}});
        }
        return series;
    }

    const SeriesCount* in_file(const KnownSeries& one, int year) { return counts_.find(one, year); }

    static const KnownSeries::Year* known(const KnownSeries& one, int year) {
        const auto found =
            std::find_if(one.years.begin(), one.years.end(), [&](const auto& other) { return other.year == year; });
        return found == one.years.end() ? nullptr : &*found;
    }

    std::optional<double> days(const KnownSeries& one, int year) {
        if (const SeriesCount* count = in_file(one, year)) return static_cast<double>(count->bed_days);
        if (const KnownSeries::Year* before = known(one, year)) return before->bed_days;
        return std::nullopt;
    }

    /// The last year up to which every year is counted, by the scenario or the export.
    int reach(const KnownSeries& one) {
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
            const SeriesCount* count = in_file(one, year);
            if (!count || year < one.years.front().year) continue;
            if (year > last) {
                remark(fmt::format("{}: {} er talt, men ikke {}; {} er ikke skrevet", one.id, year, last + 1, year),
                       fmt::format("{}: {} is counted, but not {}; {} isn't written", one.id, year, last + 1, year));
                continue;
            }
            const KnownSeries::Year* before = known(one, year);
            const auto counted = static_cast<double>(count->bed_days);
            if (before && before->bed_days == counted) continue;
            if (before) {
                remark(fmt::format("{}: {} er rettet fra {} til {} oppholdsdøgn", one.id, year, before->bed_days,
                                   count->bed_days),
                       fmt::format("{}: {} is revised from {} to {} bed days", one.id, year, before->bed_days,
                                   count->bed_days));
            }
            plan_.counted.push_back({one.id, *count});
        }
    }

    void hold(const KnownSeries& one) {
        const std::optional<double> held = days(one, plan_.base_year);
        const SeriesCount* count = in_file(one, plan_.base_year);
        if (held) plan_.held.push_back({one, *held, count ? std::optional(*count) : std::nullopt});
    }

    /// The year before, or where none is known the base year that the scenario has.
    std::optional<std::pair<double, Text>> before(const KnownSeries& one, int year) {
        if (const std::optional<double> last = days(one, year - 1))
            return std::pair(*last, Text{"året før", "the year before"});
        if (one.years.empty() && one.held) return std::pair(*one.held, Text{"i scenariet", "in the scenario"});
        return std::nullopt;
    }

    void tell_jumps(const KnownSeries& one) {
        for (const int year : imported_.years) {
            const std::optional<double> now = in_file(one, year) ? days(one, year) : std::nullopt;
            const auto last = before(one, year);
            if (!now || !last || std::max(*now, last->first) < few_days) continue;
            if (*now <= unlikely_ratio * last->first && last->first <= unlikely_ratio * *now) continue;
            remark(fmt::format("{}: {} oppholdsdøgn i {} mot {} {}; er det riktig?", one.id, *now, year, last->first,
                               last->second.nb),
                   fmt::format("{}: {} bed days in {} against {} {}; is that right?", one.id, *now, year, last->first,
                               last->second.en));
        }
    }

    /// Trusts of a sum that are counted by themselves: the sum is what the scenario holds.
    void tell_parts(const KnownSeries& one) {
        std::vector<std::string> alone, together;
        for (const std::string& trust : one.sum_over) {
            const CountedActivity* part = counts_.own(trust, one.service, imported_.years.back());
            (part ? alone : together).push_back(trust);
        }
        if (alone.empty()) return;
        const std::string counted = fmt::format("{}", fmt::join(alone, ", "));
        if (together.empty()) {
            remark(fmt::format("{}: alle er talt hver for seg ({}); bare summen er skrevet. Vil du bruke hver telling, "
                               "ta bort summen og skriv basis = \"observed\" for hver",
                               one.id, counted),
                   fmt::format("{}: all are counted by themselves ({}); only their sum is written. To use each count, "
                               "remove the sum and write basis = \"observed\" for each",
                               one.id, counted));
        } else {
            remark(fmt::format("{}: talt for seg er {}, men ikke {}; bare summen kan brukes", one.id, counted,
                               fmt::join(together, ", ")),
                   fmt::format("{}: {} counted alone, but not {}; only the sum can be used", one.id, counted,
                               fmt::join(together, ", ")));
        }
    }

    /// Activities without years of their own that the export says nothing of.
    void tell_old() {
        std::vector<std::string> old;
        for (const KnownSeries& one : series_) {
            if (days(one, plan_.base_year)) continue;
            old.push_back(one.id);
            if (one.is_sum() && !old_sum_) old_sum_ = &one;
        }
        if (old.empty()) return;
        const std::string ids = fmt::format("{}", fmt::join(old, ", "));
        remark(fmt::format("ikke i filen, og står med bed_days fra før som om de var fra {}: {}", plan_.base_year, ids),
               fmt::format("not in the file, and keep their bed_days as if they were of {}: {}", plan_.base_year, ids));
        if (!old_sum_) return;
        const std::string example = fmt::format("H12,{}", fmt::join(old_sum_->sum_over, "+"));
        remark("en sum over flere helseforetak finnes der filen har regionen og koblingen sier hvem den teller, som " +
                   example,
               "a sum over several trusts is found where the file has the region and the mapping says whom it counts, "
               "as " +
                   example);
    }

    const ImportedActivity& imported_;
    std::vector<KnownSeries> series_;
    SeriesCounts counts_;
    const KnownSeries* old_sum_ = nullptr; ///< the first sum that the export doesn't say
    YearPlan plan_;
};

/// A region may count only trusts that the scenario has: a slip of the pen would make its count another one's.
void check_sums(const ImportedActivity& imported, const std::vector<std::string>& trusts, Problems& problems) {
    Hints hints;
    for (const TrustMap::Sum& sum : imported.sums) {
        for (const std::string& trust : sum.trusts) {
            if (std::find(trusts.begin(), trusts.end(), trust) != trusts.end()) continue;
            const Text hint = hints.did_you_mean(trust, trusts);
            problems.add(sum.at, {fmt::format("finner ikke helseforetaket «{}» i scenariet{}", shown(trust), hint.nb),
                                  fmt::format("there is no trust \"{}\" in the scenario{}", shown(trust), hint.en)});
        }
    }
}

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
    if (base && !base->trusts.empty()) check_sums(imported, base->trusts, problems);
    if (!problems.empty()) return {};
    return Planner(imported, base).plan(base ? base->base_year : last);
}

} // namespace framsyn::app
