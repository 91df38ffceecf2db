#pragma once

#include "models/demography/project/project.hpp"
#include "models/need/inputs.hpp"

namespace framsyn::need {

/// Days of the year in the official capacity formula (365 days open all year round).
inline constexpr double operating_days = 365.0;

/// Expected bed days of each flow and year: the need by residence and by place of treatment at once.
struct NeedPath {
    int base_year = 0;
    std::vector<Flow> flows;
    std::vector<std::vector<double>> bed_days; ///< [flow][year from the base year]
};

/// Bed days at level 1: [residence × rate table][year], Σ over sex and age of rate × ½(P(1 Jan t) + P(1 Jan t+1)).
/// Linear in the population.
class ExpectedUse {
  public:
    ExpectedUse(const demography::PopulationPath& population, const Inputs& inputs);
    double days(std::size_t residence, std::size_t rate, std::size_t year) const {
        return days_[(residence * rates_ + rate) * years_ + year];
    }

  private:
    std::size_t rates_ = 0;
    std::size_t years_ = 0;
    std::vector<double> days_;
};

/// Framskrevet behov (official steps 1 and 2): demography, then change factors and added stocks.
/// The population must cover the base year's 1 January to that after the last year.
NeedPath project_need(const demography::PopulationPath& population, const Inputs& inputs);

/// Official step 3: beds = bed days / (365 × planned utilisation).
inline double beds_at_utilisation(double bed_days, double utilisation) {
    return bed_days / (operating_days * utilisation);
}

} // namespace framsyn::need
