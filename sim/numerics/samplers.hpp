#pragma once

#include "sim/numerics/random_stream.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace framsyn::sim {

// Those that take a uniform u in (0, 1) invert the distribution function: they rise with u, so that two
// scenarios that share u share luck. The others read as many uniforms as they need from a sequence.

/// Exponential with the given mean.
[[nodiscard]] double exponential(double u, double mean);

/// Normal.
[[nodiscard]] double normal(double u, double mean, double standard_deviation);

/// Weibull: mean scale * Gamma(1 + 1/shape).
[[nodiscard]] double weibull(double u, double shape, double scale);

/// Lognormal, given its mean (not the logarithm's) and the standard deviation sigma of the logarithm.
class Lognormal {
  public:
    Lognormal(double mean, double sigma);
    [[nodiscard]] double operator()(double u) const;

  private:
    double log_median_;
    double sigma_;
};

/// Gamma with the given shape and mean, by Marsaglia and Tsang (2000), ACM TOMS 26(3); shape > 0.
[[nodiscard]] double gamma(RandomSequence& sequence, double shape, double mean);

/// Sum of `stages` exponentials, with the given mean in all.
[[nodiscard]] double erlang(RandomSequence& sequence, int stages, double mean);

/// The Poisson distribution of one mean (at most 500), as a table to invert.
class Poisson {
  public:
    explicit Poisson(double mean);
    [[nodiscard]] int operator()(double u) const;

  private:
    std::vector<double> cumulative_; // P(N <= n)
    int mode_ = 0;
};

/// A choice among 0..n-1 with given weights (none negative, sum positive); rises with u.
class Discrete {
  public:
    explicit Discrete(std::span<const double> weights);
    [[nodiscard]] int operator()(double u) const;

  private:
    std::vector<double> cumulative_; // ends with 1
};

} // namespace framsyn::sim
