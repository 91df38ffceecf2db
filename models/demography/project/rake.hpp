#pragma once

#include "models/demography/project/project.hpp"

#include <optional>
#include <stdexcept>
#include <vector>

namespace framsyn::demography {

/// A total that the population should meet: persons in some areas, of one sex or both, within an age span.
struct PopulationTotal {
    std::vector<std::size_t> areas;
    std::optional<Sex> sex; ///< none: both
    Eigen::Index first_age = 0;
    Eigen::Index last_age = oldest_age; ///< inclusive
    std::vector<double> persons;        ///< on 1 January of each projected year's end: jump-off year + 1, + 2, …
};

/// Totals that can't be met: which of them contradicts others.
class UnmetTotal : public std::invalid_argument {
  public:
    explicit UnmetTotal(std::size_t index) : std::invalid_argument("the totals contradict one another"), which(index) {}

    std::size_t which; ///< index of the total
    int year = 0;      ///< where corrections_to found it
};

/// Multiplies `persons` by factors until every total is met (iterative proportional fitting: Deming and Stephan 1940,
/// Annals of Mathematical Statistics 11), relative error below 1e-11. `wanted` has one number for each total. A total
/// above 0 that nobody is in (one man of 103 in an official table, none here) begins with equal numbers in its cells.
/// Throws UnmetTotal where the totals contradict one another.
Cohorts fit_to_totals(const Cohorts& persons, const std::vector<PopulationTotal>& totals,
                      const std::vector<double>& wanted);

/// Corrections for Inputs::correction that lead the main alternative from its own course to the given totals: in a
/// year the total aimed at is (1 − w) · uncorrected + w · given, with w from 0 in the last observed year in a straight
/// line to 1 in `full_year`, and 1 from then on. (Given totals are often off already in the last observed year; a jump
/// would be an artefact.) By age and sex the correction is what iterative proportional fitting makes of 31 December, as
/// factors, so that a random path is corrected in proportion and never below nobody.
/// inputs.correction must be empty. Throws UnmetTotal.
std::vector<Correction> corrections_to(const Inputs& inputs, const std::vector<PopulationTotal>& totals, int full_year);

} // namespace framsyn::demography
