#include "models/study/verdict/capacity_limit.hpp"

#include <limits>

namespace framsyn::study {
namespace {

/// The largest x ≥ 0 at which a rising need is at most `beds`; −1 where even nobody needs more.
template <class Need>
double most_at(const Need& need, double beds) {
    if (need(0.0) > beds) return -1.0;
    double low = 0.0;
    double high = 1.0;
    while (need(high) <= beds) {
        low = high;
        high *= 2.0;
        if (!(high < 1e12)) return std::numeric_limits<double>::infinity();
    }
    for (;;) {
        const double middle = low + 0.5 * (high - low);
        if (!(middle > low && middle < high)) return low;
        (need(middle) <= beds ? low : high) = middle;
    }
}

} // namespace

std::vector<DaysForATime> days_that_fit(const Scenario& scenario, const capacity::BedPlan& plan, const BedRules& rules,
                                        const Cell& cell, std::size_t t, Rule rule, double more) {
    const int year = scenario.base_year + static_cast<int>(t);
    const auto need = [&](double days) {
        const BedNeed beds = rules.beds(cell.trust, cell.service.services.front(), t, days);
        return rule == Rule::utilisation ? beds.at_utilisation : beds.at_service_level;
    };
    std::vector<DaysForATime> limits;
    if (rule == Rule::utilisation) {
        limits.push_back({1.0, most_at(need, mean_capacity(plan, cell, year).value_or(0.0) + more)});
        return limits;
    }
    const std::vector<BedsForATime> through = capacity_through(scenario, plan, cell, year);
    if (through.size() == 1)
        limits.push_back({1.0, most_at(need, mean_capacity(plan, cell, year).value_or(0.0) + more)});
    else
        for (const BedsForATime& time : through) {
            const auto then = [&](double days) {
                return rules.at_service_level_on(time.from, cell.trust, cell.service.services.front(), t, days);
            };
            limits.push_back({time.share, most_at(then, time.beds + more)});
        }
    return limits;
}

} // namespace framsyn::study
