#include "models/study/answers/quantiles.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace framsyn::study {
namespace {

constexpr std::size_t digits = 8; ///< bytes of a double
constexpr std::size_t sizes = 256;
constexpr std::uint64_t sign = 1ULL << 63;

/// A number whose order among others is that of the doubles: negative ones turned round, below the positive.
std::uint64_t key_of(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    return (bits & sign) != 0 ? ~bits : bits | sign;
}
double value_of(std::uint64_t key) {
    return std::bit_cast<double>((key & sign) != 0 ? key & ~sign : ~key);
}
std::size_t digit_of(std::uint64_t key, std::size_t digit) {
    return static_cast<std::size_t>(key >> (8 * digit)) & (sizes - 1);
}

/// Ascending order, by the bytes of the numbers from the least on: no comparison to guess wrong, so that a sample of
/// thousands, of which a run sorts tens of thousands, takes a fifth of the time.
void sort_by_bytes(std::vector<double>& values) {
    std::vector<std::uint64_t> keys(values.size());
    std::vector<std::uint64_t> next(values.size());
    std::array<std::array<std::size_t, sizes>, digits> places{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        keys[i] = key_of(values[i]);
        for (std::size_t digit = 0; digit < digits; ++digit) ++places[digit][digit_of(keys[i], digit)];
    }
    for (std::size_t digit = 0; digit < digits; ++digit) {
        if (places[digit][digit_of(keys.front(), digit)] == keys.size()) continue; // all have the same
        std::size_t before = 0;
        for (std::size_t& place : places[digit]) {
            const std::size_t count = place;
            place = before;
            before += count;
        }
        for (const std::uint64_t key : keys) next[places[digit][digit_of(key, digit)]++] = key;
        keys.swap(next);
    }
    std::transform(keys.begin(), keys.end(), values.begin(), value_of);
}

} // namespace

SortedSample::SortedSample(std::vector<double> values) : values_(std::move(values)) {
    if (values_.empty()) throw std::logic_error("a quantile needs values");
    if (values_.size() < sizes) {
        std::sort(values_.begin(), values_.end());
    } else {
        sort_by_bytes(values_);
    }
}

double SortedSample::quantile(double p) const {
    const double place = p * static_cast<double>(values_.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, values_.size() - 1);
    const double share = place - static_cast<double>(below);
    return values_[below] + share * (values_[above] - values_[below]);
}

double SortedSample::share_above(double limit) const {
    const auto first_above = std::upper_bound(values_.begin(), values_.end(), limit);
    return static_cast<double>(values_.end() - first_above) / static_cast<double>(values_.size());
}

double SortedSample::share_below(double limit) const {
    const auto first_not_below = std::lower_bound(values_.begin(), values_.end(), limit);
    return static_cast<double>(first_not_below - values_.begin()) / static_cast<double>(values_.size());
}

double mean_of(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace framsyn::study
