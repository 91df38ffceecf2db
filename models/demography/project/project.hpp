#pragma once

#include "models/demography/inputs.hpp"
#include "models/demography/project/drivers.hpp"

#include <optional>

namespace framsyn::demography {

/// Persons who should have left by a table of net persons and weren't there, and of what age and sex the first were.
struct Missing {
    double persons = 0.0;
    Eigen::Index age = 0; ///< on 1 January; 0 for the newborn too
    Sex sex = Sex::female;
};

/// What changed an area's population in one year;
/// births − deaths + internal_in − internal_out + immigration − emigration + correction = change.
struct Components {
    double births = 0.0;
    double deaths = 0.0;
    double internal_in = 0.0;
    double internal_out = 0.0;
    double immigration = 0.0;
    double emigration = 0.0;
    double correction = 0.0; ///< net migration that meets given totals; 0 where there are none
    Missing missing;
};

/// Persons on 1 January of each year from first_year on; observed years are carried through unchanged.
struct PopulationPath {
    int first_year = 0;
    std::vector<Cohorts> persons;
    std::vector<std::vector<Components>> components; ///< [projected year][area]

    const Cohorts& on_1_january(int year) const { return persons.at(static_cast<std::size_t>(year - first_year)); }
    int last_year() const { return first_year + static_cast<int>(persons.size()) - 1; }
};

/// Ages from `first` up to, not including, `end`.
struct FertileAges {
    Eigen::Index first = 0;
    Eigen::Index end = 0;
};

/// Annual cohort-component projection (Preston, Heuveline and Guillot 2001, ch. 6): half of the year's net moves,
/// survival and ageing, the other half, births. People are conserved: the components add up to the change.
/// Nobody is left below zero: where given net persons take more than there are, those who are there leave and the rest
/// are noted as missing. In the main alternative that is a mistake of the input (first_missing); in a random path with
/// fewer people it isn't.
/// Survival is computed in the year it is used, once for every schedule: keeping it in tables beforehand takes longer.
class Projector {
  public:
    /// Throws std::invalid_argument with fault_in(inputs) where that finds something.
    explicit Projector(Inputs inputs);

    const Inputs& inputs() const { return inputs_; }
    PopulationPath project(const Drivers& drivers) const;
    /// One year on: persons on 31 December of projected year t (0 is the first) from those on 1 January; adds what
    /// happened to components[area].
    Cohorts advance(const Cohorts& january, std::size_t t, const Drivers& drivers,
                    std::vector<Components>& components) const;

  private:
    /// As above, with the pool of internal movers, empty where it isn't known; it is used up, and that of the next year
    /// made while its people are at hand, where has_next_pool.
    Cohorts advance(const Cohorts& january, std::size_t t, const Drivers& drivers, std::vector<Components>& components,
                    Cohorts& pool) const;
    bool has_next_pool(std::size_t t) const;

    Inputs inputs_;
    std::vector<Cohorts> infant_hazards_;      ///< [projected year] 1 × column of the rates: those aged 0
    std::vector<Migration> newborn_migration_; ///< as inputs.migration, age 0 only
    FertileAges fertile_;
};

/// Where and when given leavers were missing first: index of the area and projected year; none where all were there.
struct MissingPlace {
    std::size_t area = 0;
    std::size_t projected_year = 0;
};
std::optional<MissingPlace> first_missing(const PopulationPath& path);

/// The smallest number of persons in any cell.
double fewest_persons(const PopulationPath& path);

} // namespace framsyn::demography
