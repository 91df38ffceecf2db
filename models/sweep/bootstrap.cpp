#include "models/sweep/bootstrap.hpp"

#include "sim/numerics/random_stream.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace framsyn::sweep {
namespace {

constexpr std::uint32_t bootstrap_purpose = 403;

std::vector<std::size_t> resample(std::size_t count, std::uint64_t seed, std::size_t number) {
    const sim::RandomStream stream(sim::StreamKey{seed, static_cast<std::uint32_t>(number), bootstrap_purpose, 0});
    sim::RandomSequence luck(stream);
    std::vector<std::size_t> cases(count);
    for (std::size_t& each : cases)
        each = std::min(count - 1, static_cast<std::size_t>(luck.next() * static_cast<double>(count)));
    return cases;
}

/// Hyndman and Fan (1996), type 7.
double quantile(const std::vector<double>& sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Estimate with_interval(double value, std::vector<double> resampled) {
    constexpr double tail = 0.025;
    std::erase_if(resampled, [](double each) { return std::isnan(each); });
    if (resampled.empty() || std::isnan(value)) {
        const double none = std::numeric_limits<double>::quiet_NaN();
        return {value, none, none};
    }
    std::sort(resampled.begin(), resampled.end());
    return {value, quantile(resampled, tail), quantile(resampled, 1.0 - tail)};
}

} // namespace

std::vector<Estimate>
bootstrapped(std::size_t count, const Bootstrap& bootstrap,
             const std::function<std::vector<double>(const std::vector<std::size_t>& cases)>& estimates_of) {
    std::vector<std::size_t> all(count);
    for (std::size_t i = 0; i < count; ++i) all[i] = i;
    const std::vector<double> values = estimates_of(all);
    std::vector<std::vector<double>> resampled(values.size());
    for (std::size_t b = 0; count > 0 && b < bootstrap.resamples; ++b) {
        const std::vector<double> again = estimates_of(resample(count, bootstrap.seed, b));
        for (std::size_t i = 0; i < again.size(); ++i) resampled[i].push_back(again[i]);
    }
    std::vector<Estimate> estimates;
    for (std::size_t i = 0; i < values.size(); ++i)
        estimates.push_back(with_interval(values[i], std::move(resampled[i])));
    return estimates;
}

} // namespace framsyn::sweep
