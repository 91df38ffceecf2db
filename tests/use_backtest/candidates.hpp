#pragma once

#include <vector>

namespace framsyn::use_backtest {

/// A normal distribution of a later level.
struct Forecast {
    double mean = 0.0;
    double sd = 0.0;
};

/// Levels of the series of one service, all from the first year to the origin: [series][year].
using Levels = std::vector<std::vector<double>>;

/// Each level is the series' own mean and noise.
std::vector<Forecast> constant(const Levels& levels, int horizon);
/// A level comes back to the series' mean (first-order autoregression).
std::vector<Forecast> returning(const Levels& levels, int horizon);
/// A level walks, and noise is seen on top.
std::vector<Forecast> walking(const Levels& levels, int horizon);

/// What the candidates are fitted with.
double pooled_variance(const Levels& levels);
double pooled_memory(const Levels& levels);
struct WalkAndNoise {
    double walk = 0.0;  ///< q, variance of a year's step
    double noise = 0.0; ///< r
};
WalkAndNoise walk_and_noise(const Levels& levels);
/// Share of the variance of a year's change that the series have in common: the mean covariance of two series' first
/// differences over their mean variance, not below 0. Not scored: a series by itself doesn't see it.
double common_share(const Levels& levels);

} // namespace framsyn::use_backtest
