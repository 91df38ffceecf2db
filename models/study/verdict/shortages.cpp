#include "models/study/verdict/shortages.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/verdict/capacity_limit.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::study {
namespace {

constexpr std::size_t rules_in_all = 2;
constexpr Rule all_rules[rules_in_all] = {Rule::utilisation, Rule::service_level};

double short_share(const std::vector<DaysForATime>& limits, double days) {
    double share = 0.0;
    for (const DaysForATime& limit : limits) {
        if (days > limit.bed_days) share += limit.share;
    }
    return share;
}

/// Need of a cell in a year by both rules, [draw].
struct NeedByRule {
    std::vector<double> at_utilisation, at_service_level;
};

/// Shares of the year in which a need in beds is more than there is; `in_part(part)` gives every draw's need by the service
/// level in a part of the year with beds of its own. `more` places than planned may be infinite.
template <class NeedInPart>
Shortages shortages_of(const Judged& judged, const Cell& cell, std::size_t t, double more, NeedByRule need,
                       const NeedInPart& in_part) {
    const int year = judged.scenario.base_year + static_cast<int>(t);
    const double capacity = *mean_capacity(judged.plan, cell, year) + more;
    Shortages found;
    for (const double beds : need.at_utilisation) found.of_rule[0].push_back(beds > capacity ? 1.0 : 0.0);
    found.of_rule[1].assign(need.at_utilisation.size(), 0.0);
    const std::vector<BedsForATime> through = parts_of_year(judged, cell, t);
    for (const BedsForATime& time : through) {
        const std::vector<double> beds = through.size() == 1 ? need.at_service_level : in_part(time);
        for (std::size_t k = 0; k < beds.size(); ++k)
            found.of_rule[1][k] += beds[k] > time.beds + more ? time.share : 0.0;
    }
    found.enough = {enough_places(need.at_utilisation), enough_places(std::move(need.at_service_level))};
    found.gap = capacity - SortedSample(std::move(need.at_utilisation)).median();
    return found;
}

/// Of bed days in every draw: the more days, the more beds, so that the draw which is reached in days is it in beds too.
EnoughPlaces enough_for(const Judged& judged, const Cell& cell, std::size_t t, const std::vector<double>& days) {
    EnoughPlaces enough;
    const PlacesByLimit reached = values_to_reach(days);
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const BedNeed beds = judged.rules.beds(cell.trust, cell.service.services.front(), t, reached[i]);
        enough.utilisation[i] = std::ceil(beds.at_utilisation);
        enough.service_level[i] = std::ceil(beds.at_service_level);
    }
    return enough;
}

} // namespace

Outcome Shortages::outcome() const {
    return {mean_of(of_rule[0]), mean_of(of_rule[1]), gap};
}

void Shortages::worst_with(const Shortages& other) {
    for (std::size_t r = 0; r < rules_in_all; ++r) {
        std::vector<double>& mine = of_rule[r];
        if (mine.empty()) mine.resize(other.of_rule[r].size(), 0.0);
        for (std::size_t k = 0; k < mine.size(); ++k) mine[k] = std::max(mine[k], other.of_rule[r][k]);
    }
}

/// The parts of a year with beds of their own: one with the year's mean where they are the same all year.
std::vector<BedsForATime> parts_of_year(const Judged& judged, const Cell& cell, std::size_t t) {
    const int year = judged.scenario.base_year + static_cast<int>(t);
    std::vector<BedsForATime> through = capacity_through(judged.scenario, judged.plan, cell, year);
    if (through.size() == 1) through.front().beds = *mean_capacity(judged.plan, cell, year);
    return through;
}

Shortages shortages_of_need(const Judged& judged, std::size_t cell, std::size_t t) {
    const CellNeed& need = judged.need[cell];
    return shortages_of(
        judged, need.cell, t, 0.0, {need.beds_at_utilisation.draws_of(t), need.beds_at_service_level.draws_of(t)},
        [&](const BedsForATime& time) {
            return service_level_need_on(time.from, judged.scenario, judged.rules, judged.draws, need.cell, t);
        });
}

Shortages shortages_of_service(const Judged& judged, const Cell& cell, std::size_t t, std::vector<double> days,
                               double more) {
    Shortages found;
    for (std::size_t r = 0; r < rules_in_all; ++r) {
        if (std::isinf(more)) {
            found.of_rule[r].assign(days.size(), 0.0);
            continue;
        }
        const auto limits = days_that_fit(judged.scenario, judged.plan, judged.rules, cell, t, all_rules[r], more);
        for (const double each : days) found.of_rule[r].push_back(short_share(limits, each));
    }
    found.enough = enough_for(judged, cell, t, days);
    const double median = SortedSample(std::move(days)).median();
    const BedNeed beds = judged.rules.beds(cell.trust, cell.service.services.front(), t, median);
    const double capacity = *mean_capacity(judged.plan, cell, judged.scenario.base_year + static_cast<int>(t));
    found.gap = capacity + more - beds.at_utilisation;
    return found;
}

Shortages shortages_of_services(const Judged& judged, const Cell& cell, std::size_t t,
                                const std::vector<std::vector<double>>& days, double more) {
    const auto need_of = [&](const auto& beds_of) {
        std::vector<double> need(judged.draws.block.count, 0.0);
        for (std::size_t p = 0; p < days.size(); ++p) {
            for (std::size_t k = 0; k < need.size(); ++k) {
                if (days[p][k] > 0.0) need[k] += beds_of(cell.service.services[p], days[p][k]);
            }
        }
        return need;
    };
    const BedRules& rules = judged.rules;
    NeedByRule need{need_of([&](ServiceId service, double bed_days) {
                        return rules.beds(cell.trust, service, t, bed_days).at_utilisation;
                    }),
                    need_of([&](ServiceId service, double bed_days) {
                        return rules.beds(cell.trust, service, t, bed_days).at_service_level;
                    })};
    return shortages_of(judged, cell, t, more, std::move(need), [&](const BedsForATime& time) {
        return need_of([&](ServiceId service, double bed_days) {
            return rules.at_service_level_on(time.from, cell.trust, service, t, bed_days);
        });
    });
}

} // namespace framsyn::study
