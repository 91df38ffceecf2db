#pragma once

#include "models/study/answers/need_sample.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "models/study/verdict/verdict.hpp"

#include <vector>

namespace framsyn::study {

/// What verdicts are made of.
struct Judged {
    const Scenario& scenario;
    const capacity::BedPlan& plan;
    const BedRules& rules;
    const DrawSample& draws;
    const std::vector<CellNeed>& need;
    std::vector<double> occupied; ///< beds that each flow's patients take in the base year, central, stocks left aside
};

/// For every draw the share of the year in which beds are short: [utilisation, service level][draw]; and the median gap.
struct Shortages {
    std::vector<double> of_rule[2];
    double gap = 0.0;
    EnoughPlaces enough; ///< says nothing of several trusts together

    Outcome outcome() const;
    /// In each draw the larger of the two shares.
    void worst_with(const Shortages& other);
};

/// The parts of a year with beds of their own: one with the year's mean where they are the same all year.
std::vector<BedsForATime> parts_of_year(const Judged& judged, const Cell& cell, std::size_t t);

/// A trust's cell whose need is the study's own.
Shortages shortages_of_need(const Judged& judged, std::size_t cell, std::size_t t);

/// A trust's service with so many bed days in every draw, and so many places more than planned (infinite: never short).
Shortages shortages_of_service(const Judged& judged, const Cell& cell, std::size_t t, std::vector<double> days,
                               double more);

/// A trust's services with so many bed days, each with beds of its own: [service of the cell][draw].
Shortages shortages_of_services(const Judged& judged, const Cell& cell, std::size_t t,
                                const std::vector<std::vector<double>>& days, double more);

} // namespace framsyn::study
