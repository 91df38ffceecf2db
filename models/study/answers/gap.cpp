#include "models/study/answers/gap.hpp"

#include "models/need/beds/utilisation_rule.hpp"
#include "models/study/answers/quantiles.hpp"

namespace framsyn::study {
namespace {

Band band_of(const SortedSample& sample) {
    return {sample.median(), sample.quantile(0.1), sample.quantile(0.9)};
}

/// What is left of a sure number after an unsure one: its low end is where the other is high.
Band less(double sure, const Band& unsure) {
    return {sure - unsure.median, sure - unsure.p90, sure - unsure.p10};
}

} // namespace

Gap gap_of(const CellNeed& need, std::size_t cell, int year, std::size_t t, Rule rule, double capacity,
           Evidence evidence) {
    const SortedSample beds(need.beds(rule).draws_of(t));
    const Band band = band_of(beds);
    return {cell, year, rule, capacity, band, less(capacity, band), beds.share_above(capacity), evidence};
}

double p_shortage_by_the_day(const Scenario& scenario, const BedRules& rules, const DrawSample& draws, const Cell& cell,
                             std::size_t t, const std::vector<BedsForATime>& through) {
    double p = 0.0;
    for (const BedsForATime& time : through) {
        const SortedSample beds(service_level_need_on(time.from, scenario, rules, draws, cell, t));
        p += time.share * beds.share_above(time.beds);
    }
    return p;
}

GapChange change_of(const CellNeed& need, std::size_t cell, int year, std::size_t since, std::size_t t, double added) {
    const SortedSample change(need.beds_at_utilisation.change_since(since, t));
    const Band band = band_of(change);
    return {cell, year, since, added, band, less(added, band), change.share_above(added)};
}

std::vector<GapAtUtilisation> gaps_at(const std::vector<double>& utilisations, const CellNeed& need, std::size_t cell,
                                      int year, std::size_t t, double capacity, Evidence evidence) {
    const SortedSample days(need.bed_days.draws_of(t));
    std::vector<GapAtUtilisation> gaps;
    for (const double utilisation : utilisations) {
        const double beds = need::beds_at_utilisation(days.median(), utilisation, days_in_year(year));
        const double days_of_capacity = capacity * days_in_year(year) * utilisation;
        gaps.push_back({cell, year, utilisation, beds, capacity - beds, days.share_above(days_of_capacity), evidence});
    }
    return gaps;
}

} // namespace framsyn::study
