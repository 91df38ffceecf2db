#pragma once

#include "models/demography/inputs.hpp"

#include <vector>

namespace framsyn::demography {

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
