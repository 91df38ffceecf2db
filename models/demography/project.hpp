#pragma once

#include "models/demography/inputs.hpp"
#include "models/demography/life_table.hpp"

#include <cstdint>

namespace framsyn::demography {

/// What changed an area's population in one year; births − deaths + in − out = change, exactly.
struct Components {
    double births = 0.0;
    double deaths = 0.0;
    double internal_in = 0.0;
    double internal_out = 0.0;
    double immigration = 0.0;
    double emigration = 0.0;
};

/// Persons on 1 January of each year from first_year on; observed years are carried through unchanged.
struct PopulationPath {
    int first_year = 0;
    std::vector<Cohorts> persons;
    std::vector<std::vector<Components>> components; ///< [projected year][area]

    const Cohorts& on_1_january(int year) const { return persons.at(static_cast<std::size_t>(year - first_year)); }
    int last_year() const { return first_year + static_cast<int>(persons.size()) - 1; }
};

/// Drivers that leave the main alternative as it is.
Drivers unchanged_drivers(const Inputs& inputs);

/// One stochastic path of the drivers, a function of (seed, path) alone. Random walks in log fertility and log
/// mortality; first-order autoregression in log immigration with a common part and a part for each area.
Drivers draw_drivers(const Inputs& inputs, const DriverSpread& spread, std::uint64_t seed, std::uint32_t path);

/// Annual cohort-component projection (Preston, Heuveline and Guillot 2001, ch. 6): half of the year's net moves,
/// survival and ageing, the other half, births. People are conserved: the components add up to the change.
/// Whatever doesn't depend on the drivers is computed once, so that thousands of paths are cheap.
class Projector {
  public:
    explicit Projector(Inputs inputs);

    const Inputs& inputs() const { return inputs_; }
    PopulationPath project(const Drivers& drivers) const;

  private:
    Inputs inputs_;
    Cohorts fertility_;                 ///< age × area: births per woman and year at a total fertility of 1
    std::vector<Cohorts> hazards_;      ///< [projected year] age × column: ½(m(a) + m(a+1)) of the year's cohorts
    std::vector<Cohorts> infant_rates_; ///< [projected year] 1 × column: death rate at age 0
};

/// Death rate in an area, calendar year, age and sex in the main alternative; per person-year.
double death_rate(const Mortality& mortality, std::size_t area, Sex sex, Eigen::Index age, int year);

} // namespace framsyn::demography
