#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace framsyn::sweep {

/// Sobol's sequence with Owen's nested uniform scrambling: each point is uniform on (0, 1) in every coordinate, and the
/// first 2^m points have one coordinate in each interval [k/2^m, (k + 1)/2^m). Direction numbers of Joe and Kuo (2008), SIAM
/// J. Sci. Comput. 30(5), as Boost has them; scrambling of Owen (1995), "Randomly permuted (t,m,s)-nets", where a bit is
/// turned by a random bit that belongs to the bits above it.
class ScrambledSobol {
  public:
    static constexpr std::size_t most_dimensions = 3667;
    static constexpr std::uint64_t most_points = 1ULL << 32U;

    /// std::invalid_argument where there are more dimensions than direction numbers.
    ScrambledSobol(std::uint64_t seed, std::size_t dimensions);

    std::size_t dimensions() const { return directions_.size(); }

    /// A coordinate of a point, a function of seed, point and dimension alone: an odd multiple of 2^-33.
    double coordinate(std::uint64_t point, std::size_t dimension) const;
    std::vector<double> point(std::uint64_t point) const;

  private:
    std::uint64_t seed_;
    std::vector<std::vector<std::uint32_t>> directions_; ///< [dimension][bit of the point's number]
};

} // namespace framsyn::sweep
