#pragma once

#include "models/study/answers/bed_rules.hpp"
#include "models/study/draws/draw_sample.hpp"
#include "models/study/scenario/cells.hpp"

#include <vector>

namespace framsyn::study {

/// One quantity of a cell over years and draws.
class Series {
  public:
    Series() = default;
    Series(std::size_t years, std::size_t draws) : draws_(draws), values_(years * draws) {}

    double& at(std::size_t year, std::size_t draw) { return values_[year * draws_ + draw]; }
    double at(std::size_t year, std::size_t draw) const { return values_[year * draws_ + draw]; }
    std::vector<double> draws_of(std::size_t year) const;
    /// Within each draw: how much more it is than in year `from`.
    std::vector<double> change_since(std::size_t from, std::size_t year) const;

  private:
    std::size_t draws_ = 0;
    std::vector<double> values_;
};

/// Need of one cell in every draw.
struct CellNeed {
    Cell cell;
    Series bed_days, beds_at_utilisation, beds_at_service_level;

    const Series& beds(Rule rule) const {
        return rule == Rule::utilisation ? beds_at_utilisation : beds_at_service_level;
    }
};

/// Need of some cells in every draw of the sample. Computes beds only for what the cells are made of. The same numbers
/// for any runner.
std::vector<CellNeed> need_of_cells(const Scenario& scenario, const BedRules& rules, const DrawSample& draws,
                                    std::vector<Cell> cells, CountedBy counted_by, const Runner& run);

/// Need of a cell by the service level on a day of a year (counted from the base year), by place of treatment, in every
/// draw.
std::vector<double> service_level_need_on(const Date& day, const Scenario& scenario, const BedRules& rules,
                                          const DrawSample& draws, const Cell& cell, std::size_t year);

} // namespace framsyn::study
