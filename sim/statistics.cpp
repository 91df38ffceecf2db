#include "sim/statistics.hpp"

#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace framsyn::sim {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kHalfPi = 1.57079632679489661923;

// Student's t from the normal deviate z, in powers of 1/degrees (Abramowitz and Stegun 26.7.5).
double student_t_expansion(double z, std::int64_t degrees) {
    const double z3 = z * z * z;
    const double z5 = z3 * z * z;
    const double z7 = z5 * z * z;
    const double z9 = z7 * z * z;
    const double n = 1.0 / static_cast<double>(degrees);
    const double g1 = (z3 + z) / 4.0;
    const double g2 = (5.0 * z5 + 16.0 * z3 + 3.0 * z) / 96.0;
    const double g3 = (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / 384.0;
    const double g4 = (79.0 * z9 + 776.0 * z7 + 1482.0 * z5 - 1920.0 * z3 - 945.0 * z) / 92160.0;
    return z + n * (g1 + n * (g2 + n * (g3 + n * g4)));
}

// P(|T| <= sqrt(degrees) * tan(angle)), Abramowitz and Stegun 26.7.3 (odd) and 26.7.4 (even): no logarithm of a gamma
// function, whose error would grow with the degrees.
double student_t_central(double angle, std::int64_t degrees) {
    const double sine = sin(angle);
    const double cosine = cos(angle);
    const bool odd = degrees % 2 == 1;
    double term = odd ? cosine : 1.0;
    double sum = 0.0;
    for (std::int64_t k = odd ? 3 : 2; k <= degrees; k += 2) {
        sum += term;
        term *= cosine * cosine * (static_cast<double>(k - 1) / static_cast<double>(k));
    }
    return odd ? (angle + sine * sum) / kHalfPi : sine * sum;
}
} // namespace

void TimeWeightedMoments::close(double now) {
    const double elapsed = now - last_;
    if (!(elapsed >= 0.0)) throw std::invalid_argument("TimeWeightedMoments: time runs backwards");
    if (elapsed == 0.0) return;
    last_ = now;
    sum_.duration += elapsed;
    const double delta = value_ - sum_.mean;
    sum_.mean += delta * (elapsed / sum_.duration);
    sum_.variance += elapsed * (delta * (value_ - sum_.mean));
    sum_.minimum = std::min(sum_.minimum, value_);
    sum_.maximum = std::max(sum_.maximum, value_);
}

TimeMoments TimeWeightedMoments::take(double now) {
    close(now);
    TimeMoments result = sum_;
    sum_ = {0.0, 0.0, 0.0, kInfinity, -kInfinity};
    if (result.duration == 0.0) return {0.0, kNaN, kNaN, kNaN, kNaN};
    result.variance /= result.duration;
    return result;
}

void Tally::add(double value) {
    ++count_;
    const double delta = value - mean_;
    mean_ += delta / static_cast<double>(count_);
    squares_ += delta * (value - mean_);
}

void Tally::merge(const Tally& other) {
    if (other.count_ == 0) return;
    const auto own = static_cast<double>(count_);
    const auto others = static_cast<double>(other.count_);
    const double delta = other.mean_ - mean_;
    mean_ += delta * (others / (own + others));
    squares_ += other.squares_ + delta * delta * (own * others / (own + others));
    count_ += other.count_;
}

double Tally::variance() const {
    return count_ < 2 ? kNaN : squares_ / static_cast<double>(count_ - 1);
}

Histogram::Histogram(std::vector<double> edges, int shift, double bins_per_unit)
    : edges_(std::move(edges)), counts_(edges_.size() - 1, 0), shift_(shift), bins_per_unit_(bins_per_unit) {}

Histogram Histogram::linear(double low, double high, std::size_t bins) {
    const double range = high - low;
    if (!(range > 0.0 && range < kInfinity) || bins == 0)
        throw std::invalid_argument("Histogram::linear: needs finite low < high and at least one bin");
    std::vector<double> edges(bins + 1, high);
    for (std::size_t i = 0; i < bins; ++i) edges[i] = low + range * static_cast<double>(i) / static_cast<double>(bins);
    if (std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>()) != edges.end())
        throw std::invalid_argument("Histogram::linear: the bins are narrower than a double can tell");
    return {std::move(edges), -1, static_cast<double>(bins) / range};
}

Histogram Histogram::logarithmic(double low, double high, int bits) {
    if (!(low >= 0x1p-1022 && low < high && high <= 0x1p1022 && bits >= 0 && bits <= 20))
        throw std::invalid_argument("Histogram::logarithmic: needs 2^-1022 <= low < high <= 2^1022, 0 <= bits <= 20");
    const int shift = 52 - bits;
    const std::uint64_t first = std::bit_cast<std::uint64_t>(low) >> shift;
    const std::uint64_t last = ((std::bit_cast<std::uint64_t>(high) - 1) >> shift) + 1;
    std::vector<double> edges{0.0};
    for (std::uint64_t key = first; key <= last; ++key) edges.push_back(std::bit_cast<double>(key << shift));
    return {std::move(edges), shift, 0.0};
}

void Histogram::add(double value) {
    if (std::isnan(value)) throw std::invalid_argument("Histogram: NaN has no bin");
    if (value < edges_.front()) {
        ++underflow_;
        return;
    }
    if (value >= edges_.back()) {
        ++overflow_;
        return;
    }
    std::size_t bin = 0;
    if (shift_ < 0) {
        // The product may miss by a rounding; the edges decide.
        bin = std::min(static_cast<std::size_t>((value - edges_.front()) * bins_per_unit_), counts_.size() - 1);
        while (value < edges_[bin]) --bin;
        while (value >= edges_[bin + 1]) ++bin;
    } else if (value >= edges_[1]) {
        const auto number = [&](double edge) { return std::bit_cast<std::uint64_t>(edge) >> shift_; };
        bin = 1 + static_cast<std::size_t>(number(value) - number(edges_[1]));
    }
    ++counts_[bin];
}

void Histogram::merge(const Histogram& other) {
    if (edges_ != other.edges_) throw std::invalid_argument("Histogram: only histograms with the same bins merge");
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
    underflow_ += other.underflow_;
    overflow_ += other.overflow_;
}

std::int64_t Histogram::count() const {
    return std::accumulate(counts_.begin(), counts_.end(), underflow_ + overflow_);
}

double Histogram::quantile(double probability) const {
    if (!(probability >= 0.0 && probability <= 1.0))
        throw std::invalid_argument("Histogram: a probability lies between 0 and 1");
    const std::int64_t all = count();
    if (all == 0) return kNaN;
    const auto rank =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(probability * static_cast<double>(all))));
    std::int64_t passed = underflow_;
    if (rank <= passed) return -kInfinity;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        passed += counts_[i];
        if (rank > passed) continue;
        return shift_ >= 0 && i == 0 ? 0.0 : edges_[i] + 0.5 * (edges_[i + 1] - edges_[i]);
    }
    return kInfinity;
}

double mean(std::span<const double> values) {
    if (values.empty()) return kNaN;
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double variance(std::span<const double> values) {
    if (values.size() < 2) return kNaN;
    const double centre = mean(values);
    double sum = 0.0;
    for (const double value : values) sum += (value - centre) * (value - centre);
    return sum / static_cast<double>(values.size() - 1);
}

double quantile_of_sorted(std::span<const double> sorted, double probability) {
    if (sorted.empty()) return kNaN;
    const double position = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(position));
    if (below + 1 >= sorted.size()) return sorted.back();
    const double part = position - static_cast<double>(below);
    return sorted[below] + part * (sorted[below + 1] - sorted[below]);
}

double quantile(std::vector<double> values, double probability) {
    std::sort(values.begin(), values.end());
    return quantile_of_sorted(values, probability);
}

double student_t_975(std::int64_t degrees) {
    // Exact to the digits given up to 20; beyond, the expansion in 1/degrees of Abramowitz and Stegun 26.7.5.
    constexpr std::array<double, 20> kTable{12.706204736, 4.3026527297, 3.1824463053, 2.7764451052, 2.5705818356,
                                            2.4469118511, 2.3646242516, 2.3060041352, 2.2621571628, 2.2281388520,
                                            2.2009851601, 2.1788128297, 2.1603686565, 2.1447866879, 2.1314495456,
                                            2.1199052992, 2.1098155778, 2.1009220402, 2.0930240544, 2.0859634473};
    if (degrees < 1) throw std::invalid_argument("student_t_975: needs at least one degree of freedom");
    if (degrees <= 20) return kTable[static_cast<std::size_t>(degrees - 1)];
    return student_t_expansion(1.959963984540054, degrees);
}

double student_t(double level, std::int64_t degrees) {
    if (degrees < 1) throw std::invalid_argument("student_t: needs at least one degree of freedom");
    if (!(level > 0.0 && level < 1.0)) throw std::invalid_argument("student_t: the level must lie between 0 and 1");
    if (degrees > 1000) return student_t_expansion(normal_quantile(0.5 + 0.5 * level), degrees);
    double low = 0.0;
    double high = kHalfPi;
    for (;;) {
        const double middle = 0.5 * (low + high);
        if (middle <= low || middle >= high) break;
        (student_t_central(middle, degrees) < level ? low : high) = middle;
    }
    return std::sqrt(static_cast<double>(degrees)) * (sin(high) / cos(high));
}

} // namespace framsyn::sim
