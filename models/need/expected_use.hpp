#pragma once

#include "models/demography/project/project.hpp"
#include "models/need/inputs.hpp"

namespace framsyn::need {

/// Σ over sex and age of rate × person-years of a year, between its 1 January and the next; for a year of the rates' days.
double days_at_rates(const demography::Cohorts& january, const demography::Cohorts& next_january, std::size_t residence,
                     const demography::AgeSexTable& rate);

/// Bed days at level 1: [residence × rate table][year], Σ over sex and age of rate × ½(P(1 Jan t) + P(1 Jan t+1)). Rates
/// are those of the base year and count by its day, so that a year of 366 days has 366/365 of another's bed days.
/// Linear in the population.
class ExpectedUse {
  public:
    ExpectedUse(const demography::PopulationPath& population, const Inputs& inputs);
    double days(TrustId residence, std::size_t rate, std::size_t year) const {
        return days_[(residence.index() * rates_ + rate) * years_ + year];
    }
    /// The share of those days that people of a span of the inputs' ages have; 0 where nobody has any.
    double share_of_ages(std::size_t span, TrustId residence, std::size_t rate, std::size_t year) const {
        return age_shares_[((span * trusts_ + residence.index()) * rates_ + rate) * years_ + year];
    }

  private:
    std::size_t trusts_ = 0;
    std::size_t rates_ = 0;
    std::size_t years_ = 0;
    std::vector<double> days_;
    std::vector<double> age_shares_; ///< [span][residence × rate table][year]
};

} // namespace framsyn::need
