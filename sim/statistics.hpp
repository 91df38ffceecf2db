#pragma once

#include "sim/time.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace framsyn::sim {

/// The integral over time of a value that changes in steps.
class TimeWeighted {
  public:
    explicit TimeWeighted(double start_time = 0.0, double value = 0.0) : last_(start_time), value_(value) {}

    [[nodiscard]] double value() const { return value_; }

    /// The value is `value` from `now` on.
    void set(double now, double value) {
        close(now);
        value_ = value;
    }
    void add(double now, double by) { set(now, value_ + by); }
    void set(Time now, double value) { set(now.since_start(), value); }
    void add(Time now, double by) { add(now.since_start(), by); }

    /// The integral since the start or the last call, up to `now`; begins a new one.
    double take(double now) {
        close(now);
        const double integral = integral_;
        integral_ = 0.0;
        return integral;
    }
    double take(Time now) { return take(now.since_start()); }

  private:
    void close(double now) {
        integral_ += value_ * (now - last_);
        last_ = now;
    }

    double last_;
    double value_;
    double integral_ = 0.0;
};

/// What a value that changes in steps was over `duration` of time. NaN, but for the duration, when no time has passed.
struct TimeMoments {
    double duration = 0.0;
    double mean = 0.0;
    double variance = 0.0; ///< about the mean, divisor the duration: the whole course was seen, not a sample of it
    double minimum = 0.0;  ///< of the values that were held for some time
    double maximum = 0.0;
};

/// The same as TimeWeighted with the variance, by the weighted update of West (1979), CACM 22(9): no digits are
/// lost where the mean is far from 0. It costs a division a change, hence the class of its own.
class TimeWeightedMoments {
  public:
    explicit TimeWeightedMoments(double start_time = 0.0, double value = 0.0) : last_(start_time), value_(value) {}

    [[nodiscard]] double value() const { return value_; }

    /// The value is `value` from `now` on. Throws std::invalid_argument if `now` lies before the last change.
    void set(double now, double value) {
        close(now);
        value_ = value;
    }
    void add(double now, double by) { set(now, value_ + by); }

    /// The moments since the start or the last call, up to `now`; begins anew.
    [[nodiscard]] TimeMoments take(double now);

  private:
    void close(double now);

    double last_;
    double value_;
    TimeMoments sum_{0.0, 0.0, 0.0, kInfinity, -kInfinity}; // the variance not yet divided

    static constexpr double kInfinity = std::numeric_limits<double>::infinity();
};

/// Count, mean and variance of single observations (Welford). Merging is exact in the count and depends on
/// the order in the last digit: merge in a fixed order.
class Tally {
  public:
    void add(double value);
    void merge(const Tally& other);

    [[nodiscard]] std::int64_t count() const { return count_; }
    [[nodiscard]] double mean() const { return mean_; }
    /// Of the sample, divisor n - 1; NaN with fewer than two observations.
    [[nodiscard]] double variance() const;

  private:
    std::int64_t count_ = 0;
    double mean_ = 0.0;
    double squares_ = 0.0;
};

/// Counts of values in bins, each from its lower edge (included) to its upper edge (excluded). Only whole numbers are
/// kept, so that merging in any order gives the same bits. What lies outside is counted as such, never moved inside.
class Histogram {
  public:
    /// `bins` bins of equal width from `low` to `high`. Throws std::invalid_argument unless low < high are finite
    /// and lie so far apart that the edges differ.
    [[nodiscard]] static Histogram linear(double low, double high, std::size_t bins);

    /// Every power of two is cut into 2^`bits` bins of equal width, as in HdrHistogram (Tene 2012): a bin is the
    /// leading bits of the double, hence exact. Covers `low` to `high`, moved outwards to the nearest edges; the
    /// first bin is [0, low), for zero and what is too small to matter. Throws std::invalid_argument unless
    /// 2^-1022 <= low < high <= 2^1022 and 0 <= bits <= 20.
    [[nodiscard]] static Histogram logarithmic(double low, double high, int bits);

    /// Throws std::invalid_argument if the value is NaN.
    void add(double value);
    /// Throws std::invalid_argument if the edges of the other differ.
    void merge(const Histogram& other);

    [[nodiscard]] std::int64_t count() const; ///< of all values, inside or not
    [[nodiscard]] std::int64_t underflow() const { return underflow_; }
    [[nodiscard]] std::int64_t overflow() const { return overflow_; }
    [[nodiscard]] std::span<const std::int64_t> counts() const { return counts_; } ///< by bin
    [[nodiscard]] std::span<const double> edges() const { return edges_; }         ///< one more than bins

    /// The value of rank ceil(probability * count) in rising order (type 1 of Hyndman and Fan 1996), given as the
    /// middle of its bin. Linear: error at most half a bin. Logarithmic: relative error at most 2^-(bits + 1), and in
    /// the first bin the result is 0 with an absolute error below `low`. -infinity if it lies among the underflow,
    /// infinity if among the overflow, NaN if there are no values; throws std::invalid_argument unless
    /// 0 <= probability <= 1.
    [[nodiscard]] double quantile(double probability) const;

  private:
    Histogram(std::vector<double> edges, int shift, double bins_per_unit);

    std::vector<double> edges_;
    std::vector<std::int64_t> counts_;
    std::int64_t underflow_ = 0;
    std::int64_t overflow_ = 0;
    int shift_;            // bits of the double that a logarithmic bin leaves out; -1: linear
    double bins_per_unit_; // linear only
};

/// The sum in the written order, divided by the number; NaN if there is none.
[[nodiscard]] double mean(std::span<const double> values);

/// Of the sample, divisor n - 1, by two passes; NaN with fewer than two values.
[[nodiscard]] double variance(std::span<const double> values);

/// The quantile between order statistics, linear (type 7 of Hyndman and Fan 1996), of values in rising order;
/// NaN if there is none.
[[nodiscard]] double quantile_of_sorted(std::span<const double> sorted, double probability);

/// The same of values in any order.
[[nodiscard]] double quantile(std::vector<double> values, double probability);

/// The 97.5 % point of Student's t with `degrees` >= 1 degrees of freedom: half the width of a 95 % interval
/// in standard errors. Relative error < 1e-6.
[[nodiscard]] double student_t_975(std::int64_t degrees);

/// The t with P(|T| <= t) = `level`, T Student's with `degrees` >= 1 degrees of freedom, for any level in (0, 1); throws
/// std::invalid_argument otherwise. Relative error < 1e-9 for 1e-6 <= level <= 1 - 1e-6. By bisection on the finite
/// sums of Abramowitz and Stegun 26.7.3-4, beyond 1000 degrees by their expansion 26.7.5. The existing results rest
/// on the bits of student_t_975, so that one stays; the two agree to its error.
[[nodiscard]] double student_t(double level, std::int64_t degrees);

} // namespace framsyn::sim
