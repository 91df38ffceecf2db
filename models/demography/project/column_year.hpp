#pragma once

#include "models/demography/cohorts.hpp"
#include "sim/numerics/batch.hpp"

#include <array>

namespace framsyn::demography {

// Internal to the projection: what happens in a year to the people of one area and sex. This is where a projection
// spends its time. `vectors` is for tests, as in batch.hpp: the bits are the same.

/// One number for each age, 0–105+.
using Ages = std::array<double, static_cast<std::size_t>(age_count)>;

/// Four sums, over the ages 0, 4, 8 …, 1, 5, 9 … and so on, that are added crosswise at the end: written down because
/// the order decides the last bit, and because that is what a processor adds best.
using Strands = std::array<double, 4>;
inline double total(const Strands& sum) {
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/// What one column's year is made from; every pointer is to 106 numbers, by age on 1 January.
struct ColumnYear {
    const double* january;         ///< persons
    const double* survival;        ///< share alive on 31 December
    const double* out_rate;        ///< moves within the country, per person on 1 January
    const double* emigration_rate; ///< per person on 1 January
    const double* pool;            ///< movers within the country, of whom `share` come here
    const double* share;           ///< nullptr: all of `pool`
    const double* immigration;     ///< persons, times immigration_level
    double immigration_level;
};

/// What happened to one column in a year, persons.
struct ColumnSums {
    Strands internal_out{}, internal_in{}, emigration{}, immigration{}, deaths{};
};

/// Half of the year's moves, survival, the other half. Writes to `december` who is there on 31 December, a year older
/// and without the newborn: its age 0 becomes 0.
ColumnSums live_through(const ColumnYear& year, double* december, sim::Vectors vectors = sim::Vectors::widest);

/// pool[age] += people[age] · rate[age].
void add_movers(const double* people, const double* rate, double* pool, sim::Vectors vectors = sim::Vectors::widest);

/// Births by the mother's age on 1 January, added up: rate · ½(on 1 January + on 31 December) for the ages from
/// `first` up to, not including, `end`.
Strands births_by_age(const double* rate, const double* january, const double* december, Eigen::Index first,
                      Eigen::Index end, sim::Vectors vectors = sim::Vectors::widest);

/// −½(m(a) + m(a + 1)) · level at the ages 1 to 104, −m · level at 105+, and −infant_hazard · level at 0: the logarithm
/// of the share that survives (see life_table.hpp) when every death rate is multiplied by `level`.
void log_survival(const double* death_rate, double infant_hazard, double level, double* out,
                  sim::Vectors vectors = sim::Vectors::widest);

} // namespace framsyn::demography
