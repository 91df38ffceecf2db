#pragma once

#include "models/demography/estimate/estimate_net.hpp"
#include "tests/migration_backtest/areas.hpp"

#include <array>

namespace framsyn::migration_backtest {

enum Method {
    all_years,
    last_3,
    last_5,
    last_10,
    fading,
    trimmed,
    official,
    half_official,
    shrunk,
    nobody,
    last_year,
    methods
};
constexpr std::size_t candidates = 9; ///< the first of them
inline constexpr std::array<const char*, methods> method_names{
    "all years (today's)", "last 3", "last 5",       "last 10",  "fading", "trimmed", "official",
    "half official",       "shrunk", "nobody moves", "last year"};

/// A method's mean of yearly net moves, by column; not smoothed. `persons`: those of the last 1 January, for *shrunk*.
demography::Cohorts mean_net(const demography::NetMoves& moves, const demography::Cohorts& persons, Method method);

/// The official net of a calendar year as known on 1 January of the origin.
double official_net(const Data& data, int origin, int year);

/// People on each 1 January from the origin to 2026 as a method has them.
std::vector<demography::Cohorts> projected(const Data& data, const Areas& areas, int origin, Method method);

} // namespace framsyn::migration_backtest
