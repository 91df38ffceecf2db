#pragma once

#include "app/scenario/read/scenario.hpp"

namespace framsyn::app {

/// Staffed beds of a unit in one year: the mean over its days and the number on 31 December.
struct BedsInYear {
    double mean = 0.0;
    double end = 0.0;
};

/// Planned capacity: staffed beds by unit and year, and the total in beredskap.
class CapacityPlan {
  public:
    explicit CapacityPlan(const Scenario& scenario);

    const BedsInYear& staffed(std::size_t unit, int year) const;
    /// Total in beredskap on 31 December; never below the staffed beds. None where the scenario gives none.
    std::optional<double> surge(std::size_t unit, int year) const;

    /// Sum over a trust's units (or all trusts') of some services; nothing where none of them has beds or a plan.
    std::optional<BedsInYear> staffed_sum(std::optional<std::size_t> trust, const std::vector<std::size_t>& services,
                                          int year) const;
    std::optional<double> surge_sum(std::optional<std::size_t> trust, const std::vector<std::size_t>& services,
                                    int year) const;

  private:
    const Scenario* scenario_;
    int first_year_;
    std::vector<std::vector<BedsInYear>> staffed_; ///< [unit][year from capacity_from]
};

} // namespace framsyn::app
