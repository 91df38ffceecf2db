#pragma once

#include "sim/numerics/random_stream.hpp"
#include "sim/numerics/samplers.hpp"
#include "sim/time.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

namespace framsyn::sim {

/// A customer of whom only the moment is known.
struct Arrival {
    Time time;
    std::uint64_t customer = 0; ///< identity within the process: slice, strip and number in the cell; a multiple of 256
};

/// Bounds of a rate over an interval; the closer, the faster.
struct RateBounds {
    double lowest = 0.0;
    double highest = 0.0;
};

/// A rate of arrivals, per unit of time: its value at a moment, and bounds over [from, to).
template <class Rate>
concept ArrivalRate = requires(const Rate rate, Time time) {
    { rate.at(time) } -> std::same_as<double>;
    { rate.bounds(time, time) } -> std::same_as<RateBounds>;
};

/// How the plane (time x rate) is cut: about two to forty points a cell are best for speed. Results depend on it.
struct CellSize {
    double length = 1.0; ///< of a slice of time
    double rate = 1.0;   ///< of a strip of rates; length x rate at most 500
};

/// Arrivals of a Poisson process with a rate that varies in time: the points of a unit-rate Poisson process in the
/// plane (time x rate) that lie below the rate. Every cell of the plane has random numbers of its own, so a higher rate
/// only adds customers and moves none. Lewis and Shedler (1979), Naval Research Logistics 26, with the thinned points
/// fixed in advance.
template <ArrivalRate Rate>
class Arrivals {
  public:
    /// `counts` and `points` are two streams of this process alone. Slices are counted from `origin`, which may lie
    /// before the start of the clock: processes of one origin share their customers whenever they start.
    /// std::invalid_argument if the slices from origin to end are more than 2^24.
    Arrivals(const StreamKey& counts, const StreamKey& points, CellSize cell, Time origin, Time end, Rate rate)
        : counts_(counts), points_(points), cell_(cell), cell_count_(cell.length * cell.rate), origin_(origin),
          end_(end), rate_(std::move(rate)),
          slice_(static_cast<std::int64_t>(std::floor((Time() - origin) / cell.length))) {
        if (!((end - origin) / cell.length < kMostSlices))
            throw std::invalid_argument("arrivals: more than 2^24 slices");
    }

    /// Where the next slice begins, or the start of the clock if that is later; Time::never() after the last.
    [[nodiscard]] Time next_slice() const {
        const Time begin = std::max(begin_of(slice_), Time());
        return begin < end_ ? begin : Time::never();
    }

    /// Adds the arrivals of the next slice that lie within [start of the clock, end), in no order of time.
    /// std::length_error if the rate reaches 2^16 strips.
    void take_slice(std::vector<Arrival>& arrivals) {
        const Time begin = begin_of(slice_);
        const RateBounds bounds = rate_.bounds(begin, begin_of(slice_ + 1));
        if (!(bounds.highest / cell_.rate < kMostStrips))
            throw std::length_error("arrivals: more than 2^16 strips of rate");
        draw_points(bounds.highest);
        for (std::size_t i = 0; i < customers_.size(); ++i) {
            const RandomBlock& point = blocks_[i];
            const double rate = (static_cast<double>(strip_of(customers_[i])) + point.uniform(1)) * cell_.rate;
            const Time time = begin + point.uniform(0) * cell_.length;
            if (rate >= bounds.highest || time < Time() || time >= end_) continue;
            if (rate < bounds.lowest || rate < rate_.at(time)) arrivals.push_back({time, customers_[i]});
        }
        ++slice_;
    }

  private:
    static constexpr double kMostSlices = 0x1p24;
    static constexpr double kMostStrips = 0x1p16;

    // 24 bits of slice, 16 of strip, 16 of number in the cell, and 8 bits left for blocks of the customer's own numbers.
    [[nodiscard]] std::uint64_t identity(std::uint64_t strip, std::uint64_t number) const {
        return (static_cast<std::uint64_t>(slice_) << 40U) | (strip << 24U) | (number << 8U);
    }

    [[nodiscard]] Time begin_of(std::int64_t slice) const {
        return Time(static_cast<double>(slice) * cell_.length + origin_.since_start());
    }

    static std::uint64_t strip_of(std::uint64_t customer) { return (customer >> 24U) & 0xffffU; }

    // The points of the slice's cells up to the highest rate.
    void draw_points(double highest) {
        customers_.clear();
        for (std::uint64_t strip = 0; static_cast<double>(strip) * cell_.rate < highest; ++strip) {
            const int count = cell_count_(counts_.block(identity(strip, 0)).uniform(0));
            for (int i = 0; i < count; ++i) customers_.push_back(identity(strip, static_cast<std::uint64_t>(i)));
        }
        blocks_.resize(customers_.size());
        points_.blocks(customers_, blocks_);
    }

    RandomStream counts_;
    RandomStream points_;
    CellSize cell_;
    Poisson cell_count_;
    Time origin_;
    Time end_;
    Rate rate_;
    std::int64_t slice_;
    std::vector<std::uint64_t> customers_; ///< of the slice, and their points
    std::vector<RandomBlock> blocks_;
};

/// A rate that changes in steps.
class StepRate {
  public:
    /// rates[i] holds from starts[i] until starts[i + 1]; `starts` rises and has one more, where the rate becomes 0.
    /// Before starts[0] it is 0 too.
    StepRate(std::vector<Time> starts, std::vector<double> rates)
        : starts_(std::move(starts)), rates_(std::move(rates)) {}

    [[nodiscard]] double at(Time time) const {
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), time);
        if (after == starts_.begin() || after == starts_.end()) return 0.0;
        return rates_[static_cast<std::size_t>(after - starts_.begin()) - 1];
    }

    /// Over the steps that [from, to) touches.
    [[nodiscard]] RateBounds bounds(Time from, Time to) const {
        RateBounds bounds{std::numeric_limits<double>::infinity(), 0.0};
        for (std::size_t i = 0; i < rates_.size() && starts_[i] < to; ++i) {
            if (starts_[i + 1] <= from) continue;
            bounds.highest = std::max(bounds.highest, rates_[i]);
            bounds.lowest = std::min(bounds.lowest, rates_[i]);
        }
        if (from < starts_.front() || starts_.back() < to) bounds.lowest = 0.0;
        return bounds;
    }

  private:
    std::vector<Time> starts_;
    std::vector<double> rates_;
};

/// A rate that never changes.
struct ConstantRate {
    double rate = 0.0;
    [[nodiscard]] double at(Time) const { return rate; }
    [[nodiscard]] RateBounds bounds(Time, Time) const { return {rate, rate}; }
};

} // namespace framsyn::sim
