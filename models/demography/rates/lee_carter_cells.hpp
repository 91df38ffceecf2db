#pragma once

#include "models/demography/rates/base_rates.hpp"

#include <vector>

namespace framsyn::demography {

/// First ages of the groups that are fitted together: 0, 1–4, then five-year groups below 40 (a handful of deaths at
/// each single age), single ages from 40 to 95.
std::vector<int> default_age_groups();

struct LeeCarterOptions {
    int from_year = 0; ///< calendar years fitted, both included
    int to_year = 0;
    std::vector<int> excluded_years; ///< weight zero in the fit (a pandemic); they still get a k, given a and b
    std::vector<int> age_groups = default_age_groups(); ///< first age of each group, ascending from 0
    int oldest_fitted_age = 95;                         ///< end of the last group; at most 104
    /// A group with fewer deaths in the fitted years is left out, b = 0: with a few, all early, no finite b is the best.
    double fewest_deaths = 25.0;
    double tolerance = 1e-11; ///< ends when no logarithm of a rate moves by more in a round
    int most_rounds = 2000;
};

/// What a Lee–Carter fit of one sex reads: deaths and person-years by age group (rows) and year of the counts (columns).
struct LeeCarterCells {
    Eigen::ArrayXXd deaths, person_years;
    std::vector<Eigen::Index> groups; ///< rows with deaths enough
    std::vector<Eigen::Index> years;  ///< columns that are fitted
    std::vector<int> width;           ///< single ages in each row
};

/// Whether a calendar year is within the options' years and not excluded.
bool is_fitted_year(const LeeCarterOptions& options, int year);

/// Throws std::invalid_argument with what is impossible about the options.
void check_lee_carter_options(const DeathCounts& counts, const LeeCarterOptions& options);

/// Throws std::invalid_argument if no group has deaths enough or nobody died in a fitted year.
LeeCarterCells lee_carter_cells(const DeathCounts& counts, const LeeCarterOptions& options, Sex sex);

} // namespace framsyn::demography
