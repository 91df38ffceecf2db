#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace framsyn::sweep {

/// How far the distribution of an outcome moves when a parameter is known: the distance of Kolmogorov and Smirnov, 0 to 1.
struct Importance {
    double median = 0.0; ///< over slices of the parameter
    double most = 0.0;   ///< of the slice that moves it most
};

struct GivenData {
    std::vector<Importance> of; ///< by parameter
    std::size_t slices = 0;     ///< of parameters with many values
    std::size_t points = 0;
};

/// PAWN of Pianosi and Wagener (2018), Environ. Model. Softw. 108, from points of any design: each parameter is cut in slices
/// of as many points each (a parameter of few values in its values), and the outcomes of each are held against all
/// outcomes. `parameters[i][point]`. Points whose outcome is NaN are left out.
GivenData given_data(const std::vector<std::vector<double>>& parameters, const std::vector<double>& outcomes);

/// The median distance that 95 % of parameters which have nothing to do with the outcome stay below, for so many points: found
/// from random orders of outcomes that all differ; where some are the same it is less.
double importance_by_chance(std::size_t points, std::uint64_t seed);

} // namespace framsyn::sweep
