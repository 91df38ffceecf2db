#include "models/study/information/triggers.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/scenario/counted_use.hpp"

#include <algorithm>
#include <functional>

namespace framsyn::study {
namespace {

/// A cell's services, each with its bed days as a straight line in its level.
struct Scaled {
    Cell cell;
    std::vector<LevelDraws> parts;                ///< [service of the cell]
    std::vector<std::optional<BaseLevel>> levels; ///< [service of the cell]; none: known

    bool is_of_places() const { return levels.size() == 1 && levels.front() && levels.front()->unit == BaseUnit::beds; }
};

/// Bed days of every draw where each level is so many times what the scenario reckons with: [service][draw].
std::vector<std::vector<double>> days_at(const Scaled& scaled, std::size_t t, std::size_t draws, double times) {
    std::vector<std::vector<double>> days(scaled.parts.size());
    for (std::size_t p = 0; p < scaled.parts.size(); ++p) {
        const std::optional<BaseLevel>& level = scaled.levels[p];
        for (std::size_t k = 0; k < draws; ++k)
            days[p].push_back(level && level->unit == BaseUnit::occupied_beds
                                  ? scaled.parts[p].days_at(t, k, times * level->assumed)
                                  : scaled.parts[p].days_times(t, k, level ? 1.0 : times));
    }
    return days;
}

double median_of_sum(const std::vector<std::vector<double>>& days) {
    std::vector<double> sum = days.front();
    for (std::size_t p = 1; p < days.size(); ++p) {
        for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += days[p][k];
    }
    return SortedSample(std::move(sum)).median();
}

/// The word for a cell and year with its level so many times as high; more is never better.
class Word {
  public:
    Word(const Judged& judged, const Scaled& scaled, std::size_t t) : judged_(judged), scaled_(scaled), t_(t) {}

    VerdictWord at(double times) const { return judge(shortages(times).outcome()).word; }

  private:
    Shortages shortages(double times) const {
        const std::size_t draws = judged_.draws.block.count;
        if (scaled_.is_of_places()) {
            const double more = (1.0 / times - 1.0) * scaled_.levels.front()->assumed;
            return shortages_of_service(judged_, scaled_.cell, t_, days_at(scaled_, t_, draws, 1.0).front(), more);
        }
        std::vector<std::vector<double>> days = days_at(scaled_, t_, draws, times);
        return days.size() == 1 ? shortages_of_service(judged_, scaled_.cell, t_, std::move(days.front()), 0.0)
                                : shortages_of_services(judged_, scaled_.cell, t_, days, 0.0);
    }

    const Judged& judged_;
    const Scaled& scaled_;
    std::size_t t_;
};

constexpr double fewest_times = 1.0 / 64.0;
constexpr double most_times = 64.0;

/// Where something that is untrue below becomes true, to a billionth: the last place where it isn't, and the first where it
/// is. None where it is so everywhere or nowhere between the ends.
std::optional<std::pair<double, double>> turning_point(const std::function<bool(double)>& is_true) {
    double low = fewest_times;
    double high = most_times;
    if (is_true(low) || !is_true(high)) return std::nullopt;
    constexpr double exact = 1e-9;
    while (high > low * (1.0 + exact)) {
        const double middle = low + 0.5 * (high - low);
        (is_true(middle) ? high : low) = middle;
    }
    return std::pair{low, high};
}

class Turns {
  public:
    Turns(const Judged& judged, const Scaled& scaled) : judged_(judged), scaled_(scaled) {}

    Trigger of(const Verdict& verdict) const {
        const Scenario& scenario = judged_.scenario;
        Trigger trigger;
        trigger.cell = verdict.cell;
        trigger.year = verdict.year;
        trigger.counted_in = scenario.base_year + static_cast<int>(next());
        trigger.judged = verdict.judged;
        if (scaled_.is_of_places()) trigger.unit = BaseUnit::beds;
        trigger.expected = amount(next(), 1.0);
        const Word word(judged_, scaled_, static_cast<std::size_t>(verdict.year - scenario.base_year));
        if (const auto at = turning_point([&](double times) { return word.at(times) == VerdictWord::short_of_beds; }))
            trigger.to_short = turn(at->second);
        if (const auto at = turning_point([&](double times) { return word.at(times) != VerdictWord::enough; }))
            trigger.to_enough = turn(at->first);
        return trigger;
    }

  private:
    /// The year that is counted next.
    std::size_t next() const {
        const std::size_t counted = start_of_gaps(judged_.scenario)[scaled_.cell.service.services.front().index()];
        return std::min(counted + 1, judged_.scenario.years() - 1);
    }

    /// Bed days of a year, or the places.
    double amount(std::size_t t, double times) const {
        if (scaled_.is_of_places()) return scaled_.levels.front()->assumed / times;
        return median_of_sum(days_at(scaled_, t, judged_.draws.block.count, times));
    }
    Turn turn(double times) const { return {times, amount(0, times), amount(next(), times)}; }

    const Judged& judged_;
    const Scaled& scaled_;
};

bool is_wanted(const Judged& judged, const Verdict& verdict, const std::vector<int>& years) {
    const VerdictWord word = verdict.judged.word;
    return std::find(years.begin(), years.end(), verdict.year) != years.end() &&
           judged.need[verdict.cell].cell.trust.is_trust() &&
           (word == VerdictWord::tight || word == VerdictWord::depends);
}

} // namespace

std::vector<Trigger> triggers(const Judged& judged, const std::vector<Verdict>& verdicts, const std::vector<int>& years,
                              const Runner& run) {
    std::vector<const Verdict*> wanted;
    std::vector<Cell> singles;
    std::vector<std::size_t> first; // [wanted]: its first service among the singles
    for (const Verdict& verdict : verdicts) {
        if (!is_wanted(judged, verdict, years)) continue;
        const Cell& cell = judged.need[verdict.cell].cell;
        const bool is_new = wanted.empty() || wanted.back()->cell != verdict.cell;
        first.push_back(is_new ? singles.size() : first.back());
        wanted.push_back(&verdict);
        if (!is_new) continue;
        for (const ServiceId service : cell.service.services)
            singles.push_back({cell.trust, {judged.scenario.of(service).id, {service}, false}});
    }
    std::vector<Trigger> found(wanted.size());
    run(Stage::cells, {0, wanted.size()}, [&](std::size_t i) {
        Scaled scaled{judged.need[wanted[i]->cell].cell, {}, {}};
        const auto from = singles.begin() + static_cast<std::ptrdiff_t>(first[i]);
        const std::vector<Cell> parts(from, from + static_cast<std::ptrdiff_t>(scaled.cell.service.services.size()));
        scaled.parts = level_draws(judged.scenario, judged.draws, parts, one_after_the_other);
        for (const Cell& part : parts) {
            // A group that was counted is scaled as a whole, however its sum is split.
            scaled.levels.push_back(wanted[i]->known ? std::nullopt
                                                     : base_level(judged.scenario, part.trust.trust(),
                                                                  part.service.services.front(), judged.occupied));
        }
        found[i] = Turns(judged, scaled).of(*wanted[i]);
    });
    return found;
}

} // namespace framsyn::study
