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
    double chance = 0.0; ///< the median of a parameter that has nothing to do with the outcome: 95 % of those lie below
    std::size_t slices = 0; ///< of parameters with many values
    std::size_t points = 0;
};

/// PAWN of Pianosi and Wagener (2018), Environ. Model. Softw. 108, from points of any design: each parameter is cut in slices
/// of as many points each (a parameter of few values in its values), and the outcomes of each are held against all
/// outcomes. `parameters[i][point]`. Points whose outcome is NaN are left out. `chance` comes from parameters that are
/// random orders of the points.
GivenData given_data(const std::vector<std::vector<double>>& parameters, const std::vector<double>& outcomes,
                     std::uint64_t seed);

} // namespace framsyn::sweep
