#pragma once

#include "models/study/study.hpp"

#include <vector>

namespace framsyn::study {

/// What was counted of a cell in a year; sums over trusts where it has several.
struct YearCount {
    int year = 0;
    double places = 0.0, available = 0.0, bed_days = 0.0; ///< no number where one isn't there
};

/// The counts that make up a cell; none where a trust of it is not counted.
std::vector<const ActivityInfo*> counts_of(const Study& study, const Cell& cell);
/// Their sum in a year; no numbers where one of them lacks it.
YearCount in_year(const std::vector<const ActivityInfo*>& counts, int year);
/// The one among them whose counted places can't hold its counted bed days; nullptr: none.
const ActivityInfo* cannot_hold(const std::vector<const ActivityInfo*>& counts);

/// A counted year of a cell, beside what its bed days ask for.
struct CountedYearOfCell {
    std::size_t cell = 0; ///< index into the study's need
    YearCount count;
    double occupancy = 0.0; ///< bed days over available days; no number where the places can't hold the bed days
    double need = 0.0; ///< beds by the utilisation rule; before the base year at that year's utilisation and open share
};

/// Every year in which all that makes up a cell is counted, of the trusts' cells and the region's that have beds.
std::vector<CountedYearOfCell> counted_years(const Study& study);

} // namespace framsyn::study
