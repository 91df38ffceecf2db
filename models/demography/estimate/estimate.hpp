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

/// Level of areas relative to the country, with standard errors; area × 2 (women, men) or area × 1.
struct LocalIndex {
    Eigen::ArrayXXd value;
    Eigen::ArrayXXd standard_error;
};

/// Old-age mortality: losses of the cohorts aged from_age to to_age on 1 January over those expected if each had lost the
/// share that the reference's (one area, the whole country) lost in the same year. At 104 the cohort is taken together
/// with those of 105+, with whom it ends. Losses hold the little migration there is. Standard error index / √losses (Poisson).
/// It is a ratio of losses: where many die it is nearer to 1 than the ratio of death rates. Throws too if an area had no
/// losses.
LocalIndex old_age_mortality_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference_observed,
                                   int from_age = 70, int to_age = 104);

/// The same from the same losses as a factor r on death rates, which is what Mortality::index is: the r at which cohorts
/// that survive with the reference's share to the power r would have had the area's losses, Σ P (1 − s^r) = losses
/// (bisection to 1e-12; 0 to 20). Standard error √losses / slope of the left side. Throws too if no such r gives it.
LocalIndex old_age_rate_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference_observed,
                              int from_age = 70, int to_age = 104);

/// Fertility: children aged 0 at the end of a year over births expected at national rates (to the mean of the women on
/// both 1 Januaries), relative to the same ratio of the reference (one area, the whole country); mean over calendar
/// years from_year to to_year and the standard error of that mean (0 for a single year). births_per_woman: national,
/// 106 ages, one for each calendar year from first_year on.
LocalIndex fertility_index(const std::vector<Cohorts>& observed, const std::vector<Cohorts>& reference_observed,
                           int first_year, const std::vector<AgeVector>& births_per_woman, int from_year, int to_year);

/// How gross moves are assumed to be.
struct GrossAssumptions {
    AgeVector shape;                  ///< 106 ages, any total: who moves (Rogers–Castro, tapered)
    double leaving_crude_rate = 0.0;  ///< leave for anywhere outside the areas, per person and year, all areas together
    double internal_crude_rate = 0.0; ///< move from one of the areas to another, per person and year
    std::vector<int> destination_groups = {0, 18, 30, 50, 67}; ///< first ages of groups with one destination share
};

/// Persons whom immigration would have had to be short of nothing: added to the net by setting it to 0.
struct CutImmigration {
    std::size_t area = 0;
    Sex sex = Sex::female;
    int age = 0;
    double persons = 0.0;
};

struct GrossMoves {
    Migration migration;
    std::vector<CutImmigration> cut; ///< empty if the net is met everywhere
};

/// Gross moves around given net moves: rates of leaving and of internal moves of the given shape, the same in all areas
/// and both sexes, scaled to the crude rates on `population`; internal movers go to areas in proportion to the movers
/// each has itself in the age group and sex, so that internal moves change no total at the start;
/// immigration = net + emigration + internal out − internal in, so that the net at `population` is exact. Where that is
/// negative it is set to 0, and reported if it is by more than 1e-9 persons.
GrossMoves gross_moves(const Cohorts& population, const Cohorts& net, const GrossAssumptions& assumptions);

} // namespace framsyn::demography
