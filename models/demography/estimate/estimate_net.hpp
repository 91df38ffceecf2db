#pragma once

#include "models/demography/inputs.hpp"

#include <vector>

namespace framsyn::demography {

// What a projection needs to know of areas, from their observed populations: consecutive 1 Januaries, each 106 × two
// columns for every area (see column()), and from national rates. All sums run over years, then areas, then ascending
// age. Every function throws std::invalid_argument with the reason if shapes, years or numbers are impossible.

/// Net moves of calendar years by age on 1 January, persons (in − out, of all kinds); 106 × two columns for every area.
struct NetMoves {
    int first_year = 0;
    std::vector<Cohorts> persons;
};

/// The cohort's residual: population at the end of the year less survivors, divided by (1 + s) / 2 because the Projector
/// makes half of the moves before and half after survival s (see cohort_hazards); put back into it as net moves
/// they give the observed population exactly. Those of 104 and of 105+ meet in one class: their joint residual stands at
/// 104, 0 at 105+. The newborn have no row (their births aren't known): the Projector lets them make half of row 0's.
/// death_rates: national, 106 × 2, one table for each year from first_year on (at least observed − 1). mortality_index:
/// area × sex, times the rates at ages index_from_age and over; ones leave local mortality inside the residual.
NetMoves net_moves(const std::vector<Cohorts>& observed, int first_year, const std::vector<AgeSexTable>& death_rates,
                   const Eigen::ArrayXXd& mortality_index, int index_from_age = 70);

/// Mean over calendar years from_year to to_year, both included.
Cohorts mean_net_moves(const NetMoves& moves, int from_year, int to_year);

/// Moving mean over five ages with weights 1-2-3-2-1 (at the ends over the ages there are), each column's total kept: what
/// the ends cost is put back in proportion to the size of the smoothed moves. Moves that are the same at all ages stay as they are.
Cohorts smoothed_over_age(const Cohorts& persons);

/// Times (zero_from − age) / (zero_from − full_to) between the two ages: unchanged up to full_to, nothing from zero_from on.
Cohorts tapered_to_zero(const Cohorts& persons, int full_to = 65, int zero_from = 70);

} // namespace framsyn::demography
