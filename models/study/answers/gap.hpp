#pragma once

#include "models/capacity/bed_plan.hpp"
#include "models/study/answers/need_sample.hpp"
#include "models/study/scenario/evidence.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <vector>

namespace framsyn::study {

/// Median and 80 % interval over draws.
struct Band {
    double median = 0.0;
    double p10 = 0.0;
    double p90 = 0.0;
};

/// Capacity against need of a cell in a year. A gap below zero is a shortage.
struct Gap {
    std::size_t cell = 0; ///< index into the study's need
    int year = 0;
    Rule rule = Rule::utilisation;
    double capacity = 0.0;   ///< staffed beds, mean over the year; not random
    Band need;               ///< beds
    Band gap;                ///< capacity − need: its p10 is at need's p90
    double p_shortage = 0.0; ///< share of draws with need above capacity, strictly
    Evidence evidence = Evidence::sourced;
};

/// The gap in beds since an earlier year, within each draw, by the utilisation rule.
struct GapChange {
    std::size_t cell = 0;
    int year = 0;
    std::size_t since = 0; ///< years from the base year to the one that is compared with
    double capacity_change = 0.0;
    Band need_change;
    Band gap_change;
    double p_worse = 0.0; ///< share of draws with gap_change < 0
};

/// The gap at the median if planned utilisation were another.
struct GapAtUtilisation {
    std::size_t cell = 0;
    int year = 0;
    double utilisation = 0.0;
    double need = 0.0;
    double gap = 0.0;
    double p_shortage = 0.0;
    Evidence evidence = Evidence::sourced;
};

/// The gap of one cell and year by a rule.
Gap gap_of(const CellNeed& need, std::size_t cell, int year, std::size_t t, Rule rule, double capacity,
           Evidence evidence);

/// Probability by the service-level rule that beds are short, each part of the year with its own beds, its own sites and its
/// share of the days: need is whole beds, which a year's mean of beds isn't.
double p_shortage_by_the_day(const Scenario& scenario, const BedRules& rules, const DrawSample& draws, const Cell& cell,
                             std::size_t t, const std::vector<BedsForATime>& through);

/// The change of one cell since year `since`, when its capacity was `added` less.
GapChange change_of(const CellNeed& need, std::size_t cell, int year, std::size_t since, std::size_t t, double added);

/// The gap at each of some utilisations, 0 < utilisation ≤ 1.
std::vector<GapAtUtilisation> gaps_at(const std::vector<double>& utilisations, const CellNeed& need, std::size_t cell,
                                      int year, std::size_t t, double capacity, Evidence evidence);

} // namespace framsyn::study
