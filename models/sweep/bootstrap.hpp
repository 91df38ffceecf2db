#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace framsyn::sweep {

/// An estimate with its 95 % interval.
struct Estimate {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// How intervals are found: `resamples` samples of as many cases, drawn with replacement.
struct Bootstrap {
    std::uint64_t seed = 1;
    std::size_t resamples = 500;
};

/// What `estimates_of` says of the cases 0 … count − 1, and the percentile intervals of the same (Efron 1979) from samples of
/// cases drawn with replacement. The same numbers for the same seed. NaN estimates have NaN intervals.
std::vector<Estimate>
bootstrapped(std::size_t count, const Bootstrap& bootstrap,
             const std::function<std::vector<double>(const std::vector<std::size_t>& cases)>& estimates_of);

} // namespace framsyn::sweep
