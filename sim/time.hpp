#pragma once

#include <compare>
#include <limits>

namespace framsyn::sim {

/// A moment on the clock of a simulation: so many of the model's units (days, seconds) since its start. Durations are
/// plain doubles in the same unit; two moments differ by a duration and cannot be added.
class Time {
  public:
    constexpr Time() = default;
    constexpr explicit Time(double since_start) : since_start_(since_start) {}

    /// Later than every event.
    [[nodiscard]] static constexpr Time never() { return Time(std::numeric_limits<double>::infinity()); }

    [[nodiscard]] constexpr double since_start() const { return since_start_; }

    friend constexpr Time operator+(Time time, double duration) { return Time(time.since_start_ + duration); }
    friend constexpr double operator-(Time a, Time b) { return a.since_start_ - b.since_start_; }
    friend constexpr auto operator<=>(Time a, Time b) = default;

  private:
    double since_start_ = 0.0;
};

} // namespace framsyn::sim
