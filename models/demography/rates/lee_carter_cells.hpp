#pragma once

#include "models/demography/rates/lee_carter.hpp"

namespace framsyn::demography {

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
