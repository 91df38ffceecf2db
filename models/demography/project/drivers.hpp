#pragma once

#include "models/demography/inputs.hpp"

#include <cstdint>

namespace framsyn::demography {

/// Multipliers on the drivers in one demographic path: 1 everywhere is the main alternative.
struct Drivers {
    std::vector<double> fertility;        ///< by projected year, on all birth rates
    std::vector<double> mortality;        ///< by projected year, on all death rates
    Eigen::ArrayXXd immigration;          ///< projected year × area
    std::vector<AgeSexTable> death_rates; ///< by projected year, on the death rates of an age and sex; empty: none
};

/// Size of the stochastic paths. Standard deviations are of logarithms.
struct DriverSpread {
    double fertility_step = 0.0;            ///< yearly step of a random walk
    double mortality_step = 0.0;            ///< yearly step of a random walk
    double immigration_sd = 0.0;            ///< stationary, common to all areas
    double immigration_area_sd = 0.0;       ///< stationary, each area's own
    double immigration_memory = 0.0;        ///< correlation from one year to the next (first-order autoregression)
    double immigration_level_sd = 0.0;      ///< of the long-run level, one draw a path, common to all areas
    double immigration_area_level_sd = 0.0; ///< of the long-run level, one draw a path and area
    double fertility_immigration_correlation = 0.0; ///< of the year's shocks
    double fertility_mortality_correlation = 0.0;   ///< of the year's shocks
};

/// Drivers that leave the main alternative as it is.
Drivers unchanged_drivers(const Inputs& inputs);

/// One stochastic path of the drivers, a function of (seed, path) alone. Random walks in log fertility and log
/// mortality; first-order autoregression around a drawn level in log immigration, with a common part and a part for
/// each area. Immigration's mean, not its median, is the main alternative's, because arrivals add up.
/// Throws std::invalid_argument for a spread that spread_fault() finds wrong.
Drivers draw_drivers(const Inputs& inputs, const DriverSpread& spread, std::uint64_t seed, std::uint32_t path);

/// What Drivers::death_rates is if mortality's decline goes on undiminished up to this age: between two of the ages that
/// the inputs know in a straight line, beyond them as at the last. Empty where they know none.
std::vector<AgeSexTable> death_rates_with_decline_to(const Inputs& inputs, double age);

/// Says what is wrong with a spread: negative sizes, correlations that no three shocks can have. Empty where nothing is.
std::string fault_in(const DriverSpread& spread);

} // namespace framsyn::demography
