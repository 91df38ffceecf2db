#include "sim/statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace framsyn::sim {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
} // namespace

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
    const double z = 1.959963984540054;
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

} // namespace framsyn::sim
