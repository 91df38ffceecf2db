#pragma once

#include "sim/numerics/random_stream.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <utility>
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

    /// out[i] = (*this)(u[i]), the same bits, faster. `out` may be `u`; std::invalid_argument if their lengths differ.
    void batch(std::span<const double> u, std::span<double> out) const;

    /// As those of Exponential, for sigma > 0.
    [[nodiscard]] double cdf(double x) const;
    [[nodiscard]] double survival(double x) const;
    [[nodiscard]] double quantile(double p) const { return (*this)(p); }
    [[nodiscard]] double quantile_above(double q) const;

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

/// The same choice in a time that does not grow with n, but it does not rise with u. For n up to a million the
/// probabilities are exact within 1e-10. Walker's alias method with the table of Vose (1991), "A linear algorithm for
/// generating random numbers with a given distribution", IEEE Trans. Software Eng. 17(9).
class AliasTable {
  public:
    /// std::invalid_argument unless the weights are nonnegative with a positive sum.
    explicit AliasTable(std::span<const double> weights);
    [[nodiscard]] int operator()(double u) const;

  private:
    struct Cell {
        double own = 0.0; ///< share of the cell that is its own index; the rest is its alias
        std::size_t alias = 0;
    };
    std::vector<Cell> cells_;
};

/// out[i] = exponential(u[i], mean) and weibull(u[i], shape, scale), the same bits, faster. `out` may be `u`;
/// std::invalid_argument if their lengths differ.
void exponential_batch(std::span<const double> u, double mean, std::span<double> out);
void weibull_batch(std::span<const double> u, double shape, double scale, std::span<double> out);

// Distributions as objects, for mixtures and truncation. x has the unit of the parameters. Called with u they are the
// functions above. cdf(x) = P(X <= x), survival(x) = P(X > x), and quantile(p) and quantile_above(q) are their inverses
// for 0 < p, q < 1: all four keep their relative accuracy (1e-14 times the factor by which the formula magnifies
// errors of its argument) where the probability is small. Constructors throw std::invalid_argument unless shape, scale,
// mean and standard deviation are positive.

class Exponential {
  public:
    explicit Exponential(double mean);
    [[nodiscard]] double operator()(double u) const { return exponential(u, mean_); }
    [[nodiscard]] double cdf(double x) const;
    [[nodiscard]] double survival(double x) const;
    [[nodiscard]] double quantile(double p) const;
    [[nodiscard]] double quantile_above(double q) const;

  private:
    double mean_;
};

class Normal {
  public:
    Normal(double mean, double standard_deviation);
    [[nodiscard]] double operator()(double u) const { return normal(u, mean_, deviation_); }
    [[nodiscard]] double cdf(double x) const;
    [[nodiscard]] double survival(double x) const;
    [[nodiscard]] double quantile(double p) const { return (*this)(p); }
    [[nodiscard]] double quantile_above(double q) const;

  private:
    double mean_;
    double deviation_;
};

class Weibull {
  public:
    Weibull(double shape, double scale);
    [[nodiscard]] double operator()(double u) const { return weibull(u, shape_, scale_); }
    [[nodiscard]] double cdf(double x) const;
    [[nodiscard]] double survival(double x) const;
    [[nodiscard]] double quantile(double p) const;
    [[nodiscard]] double quantile_above(double q) const;

  private:
    double shape_;
    double scale_;
};

template <class T>
concept Invertible = requires(const T& distribution, double x) {
    { distribution.cdf(x) } -> std::convertible_to<double>;
    { distribution.survival(x) } -> std::convertible_to<double>;
    { distribution.quantile(x) } -> std::convertible_to<double>;
    { distribution.quantile_above(x) } -> std::convertible_to<double>;
};

/// A distribution under the condition from <= X <= to (in its unit; infinite ends allowed): u is rescaled through the
/// distribution function, or through the survival function above the median, so that both tails keep their accuracy.
template <Invertible Distribution>
class Truncated {
  public:
    /// std::invalid_argument where P(from < X <= to) is 0 or too small for a double.
    Truncated(Distribution distribution, double from, double to)
        : distribution_(std::move(distribution)), from_(from), to_(to), below_(distribution_.cdf(from)),
          above_(distribution_.survival(to)),
          mass_(below_ < 0.5 ? distribution_.cdf(to) - below_ : distribution_.survival(from) - above_) {
        if (!(from < to && mass_ > 0.0)) throw std::invalid_argument("truncated: the interval has no probability");
    }

    /// Rises with u.
    [[nodiscard]] double operator()(double u) const {
        const double p = below_ + u * mass_;
        const double x =
            p <= 0.5 ? distribution_.quantile(p) : distribution_.quantile_above(above_ + (1.0 - u) * mass_);
        return std::clamp(x, from_, to_);
    }

  private:
    Distribution distribution_;
    double from_;
    double to_;
    double below_;
    double above_;
    double mass_;
};

/// A mixture: `choice` in (0, 1) picks a part by its weight (rising), `luck` (a uniform or a RandomSequence, as the
/// parts take) draws from it.
template <class Part>
class Mixture {
  public:
    /// std::invalid_argument unless there is a weight for each part, none negative and the sum positive.
    Mixture(std::span<const double> weights, std::vector<Part> parts) : which_(weights), parts_(std::move(parts)) {
        if (weights.size() != parts_.size()) throw std::invalid_argument("mixture: needs a weight for each part");
    }

    template <class Luck>
    [[nodiscard]] double operator()(double choice, Luck&& luck) const {
        return parts_[static_cast<std::size_t>(which_(choice))](std::forward<Luck>(luck));
    }

  private:
    Discrete which_;
    std::vector<Part> parts_;
};

/// A mixture of exponentials: more variable than one of them. Takes two uniforms.
class Hyperexponential : public Mixture<Exponential> {
  public:
    /// std::invalid_argument as Mixture and Exponential.
    Hyperexponential(std::span<const double> weights, std::span<const double> means);

    /// Two parts with the given mean and squared coefficient of variation (variance / mean^2 >= 1, else
    /// std::invalid_argument) and equal shares of the mean. Whitt (1982), Operations Research 30(1), "balanced means".
    [[nodiscard]] static Hyperexponential balanced(double mean, double squared_variation);
};

/// Given values (rising, at least one, in any unit; else std::invalid_argument) as a distribution.
class Empirical {
  public:
    explicit Empirical(std::vector<double> sorted);

    /// The inverse of the distribution function that rises linearly from 0 at the first value by 1/(n - 1) between
    /// neighbours: Law (2015), Simulation Modeling and Analysis, "Empirical distributions". Rises with u.
    [[nodiscard]] double operator()(double u) const;

    /// One of the values, each as likely: Efron's bootstrap. Rises with u.
    [[nodiscard]] double resample(double u) const;

  private:
    std::vector<double> sorted_;
};

} // namespace framsyn::sim
