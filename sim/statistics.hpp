#pragma once

#include <cstdint>
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

    /// The integral since the start or the last call, up to `now`; begins a new one.
    double take(double now) {
        close(now);
        const double integral = integral_;
        integral_ = 0.0;
        return integral;
    }

  private:
    void close(double now) {
        integral_ += value_ * (now - last_);
        last_ = now;
    }

    double last_;
    double value_;
    double integral_ = 0.0;
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

} // namespace framsyn::sim
