#pragma once

#include "models/demography/project/project.hpp"

#include <array>
#include <vector>

namespace framsyn::study {

/// First ages of the finest groups that are kept of every path; each ends before the next, the last is open. Every
/// group of the tables is a sum of these: five-year groups, and those that law and services cut by (18, 67).
inline constexpr std::array<int, 23> group_starts{0,  5,  10, 15, 18, 20, 25, 30, 35, 40, 45, 50,
                                                  55, 60, 65, 67, 70, 75, 80, 85, 90, 95, 100};

/// A group of the tables as a range of the finest groups, [first, last).
struct AgeGroupOf {
    std::string name;
    std::size_t first = 0;
    std::size_t last = 0;
};

/// 0-4, …, 100+; then 0-17, 18-66, 67-79, 80-89, 90+, 67+, 80+, all.
const std::vector<AgeGroupOf>& population_groups();

/// What is kept of the population of one area in every draw: persons by finest group and sex, and person-years lived
/// (for the mean age), by 1 January.
class AreaSample {
  public:
    AreaSample(std::size_t years, std::size_t draws);

    double& persons(std::size_t year, std::size_t sex, std::size_t group, std::size_t draw) {
        return persons_[((year * 2 + sex) * group_starts.size() + group) * draws_ + draw];
    }
    double persons(std::size_t year, std::size_t sex, std::size_t group, std::size_t draw) const {
        return persons_[((year * 2 + sex) * group_starts.size() + group) * draws_ + draw];
    }
    double& years_lived(std::size_t year, std::size_t draw) { return years_lived_[year * draws_ + draw]; }
    double years_lived(std::size_t year, std::size_t draw) const { return years_lived_[year * draws_ + draw]; }
    std::size_t draws() const { return draws_; }
    std::size_t years() const { return draws_ == 0 ? 0 : years_lived_.size() / draws_; }

    /// Adds up one draw's population of an area, column pair `area`.
    void add(std::size_t draw, std::size_t area, const demography::PopulationPath& path);

    /// The draws of this sample, then those of the next; years and groups must be the same.
    AreaSample followed_by(const AreaSample& next) const;

  private:
    std::size_t draws_;
    std::vector<double> persons_;
    std::vector<double> years_lived_;
};

/// Random paths of the population, area by area and their sum (last): the same paths as need's draws. Areas beyond
/// `most_areas` are summed in the region only, as the memory of all would be too much.
struct PopulationSample {
    int first_year = 0;
    std::vector<AreaSample> areas; ///< as in the scenario, then the region
};
inline constexpr std::size_t most_areas = 20;

/// Room for a number of draws of a projection.
PopulationSample empty_population_sample(const demography::Inputs& inputs, std::size_t draws);

/// Adds one draw's population, as the sample's draw number `at`.
void add_population(PopulationSample& sample, std::size_t at, const demography::PopulationPath& population);

/// The draws of `first`, then those of `next`. Throws UnfitBlock unless both hold the same areas from the same year on.
PopulationSample joined(const PopulationSample& first, const PopulationSample& next);

} // namespace framsyn::study
