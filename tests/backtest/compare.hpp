#pragma once

#include "tests/backtest/age_groups.hpp"
#include "tests/backtest/spread.hpp"

#include <functional>

namespace framsyn::backtest {

inline constexpr int path_count = 1000;
inline constexpr std::uint64_t path_seed = 2016;

/// Persons of an area, sex and age group on 1 January of a year, as projected and as they came.
struct Cell {
    std::size_t area = 0;
    demography::Sex sex = demography::Sex::female;
    std::size_t group = 0; ///< of age_groups()
    int year = 0;          ///< 2021 or 2026
    double observed = 0.0;
    double projected = 0.0;       ///< cohort-component, main alternative
    double constant = 0.0;        ///< rival: the population of 2016
    double growth = 0.0;          ///< rival: the last growth rate carried on
    double low = 0.0, high = 0.0; ///< 10th and 90th percentile of the paths
    /// Standard deviation of chance in single lives, which the paths leave out: √Σ S (1 − S / P) over single ages, P
    /// persons of the cohort in 2016 and S survivors in the main alternative. Only where nobody was born since and S < P.
    double chance = 0.0;

    bool covered() const { return low <= observed && observed <= high; }
    /// The same if both sides of the band were widened by that chance (as independent normals).
    bool covered_with_chance() const;
};

/// One set of areas compared.
struct Comparison {
    AreaSet set;
    demography::DriverSpread spread;
    double net_moves = 0.0;       ///< assumed, all areas, persons a year on 1 January 2016
    double cut_immigration = 0.0; ///< persons a year
    std::vector<Cell> cells;
};

/// All three sets: the four trusts, the counties, the other trusts. Reads the tables of a folder. `paths` may be fewer than
/// path_count where bands don't matter (at least 1).
struct BackTest {
    double total_fertility = 0.0;
    Comparison trusts, counties, other_trusts;
};
BackTest run_back_test(const std::string& folder, int paths = path_count);

/// P · (P / before)^(years on / years between): nobody before, no growth.
double carried_on(double before, double now, int years_between, int years_on);

using Wanted = std::function<bool(const Cell&)>;

struct Errors {
    double persons = 0.0, percent = 0.0; ///< means of the absolute error, percent of the observed
};
/// Over the cells of several comparisons that are wanted. Cells in which nobody was observed count in no per cent.
Errors mean_absolute_error(const std::vector<const Comparison*>& comparisons, double Cell::* forecast,
                           const Wanted& wanted);

struct Coverage {
    int inside = 0, cells = 0;
    double percent() const { return 100.0 * inside / cells; }
};
Coverage coverage(const std::vector<const Comparison*>& comparisons, const Wanted& wanted,
                  bool (Cell::*covered)() const = &Cell::covered);

/// Whether the projection's mean absolute error is the smallest of the three, in persons and in per cent.
bool beats_both(const std::vector<const Comparison*>& comparisons, const Wanted& wanted);

Wanted in_group(std::size_t group, int year);

/// What the back-test has to show: it beats both rivals at 67+ over the four trusts and the counties, in 2021 and in 2026.
bool beats_both_at_67(const BackTest& test);

} // namespace framsyn::backtest
