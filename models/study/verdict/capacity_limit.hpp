#pragma once

#include "models/study/answers/bed_rules.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <vector>

namespace framsyn::study {

/// For a share of a year, the bed days of the whole year up to which there are beds enough.
struct DaysForATime {
    double share = 1.0;
    double bed_days = 0.0;
};

/// The most bed days in year t that a trust's service may have before its beds are short by a rule, with `more` beds than
/// planned. By utilisation the year is one; by the service level each part of it has its own beds, as P(shortage) has it.
/// The limit is that double from which on need is above capacity, less one step.
std::vector<DaysForATime> days_that_fit(const Scenario& scenario, const capacity::BedPlan& plan, const BedRules& rules,
                                        const Cell& cell, std::size_t t, Rule rule, double more = 0.0);

} // namespace framsyn::study
