#include "models/sweep/distribution.hpp"

#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::sweep {
namespace {

/// Standard normal quantile of .975.
constexpr double z_975 = 1.959963984540054;

double triangular(const Distribution& d, double u) {
    const double width = d.high - d.low;
    if (!(width > 0.0)) return d.value;
    const double below = (d.value - d.low) / width;
    if (u < below) return d.low + std::sqrt(u * width * (d.value - d.low));
    return d.high - std::sqrt((1.0 - u) * width * (d.high - d.value));
}

double split_normal(const Distribution& d, double u) {
    const double z = sim::normal_quantile(u) / z_975;
    return std::clamp(d.value + z * (z < 0.0 ? d.value - d.low : d.high - d.value), d.min, d.max);
}

} // namespace

double quantile(const Distribution& d, double u) {
    switch (d.spread) {
    case Spread::uniform:
        return (1.0 - u) * d.low + u * d.high; // both ends to the bit
    case Spread::log_uniform:
        return std::clamp(d.low * sim::exp(u * sim::log(d.high / d.low)), d.low, d.high);
    case Spread::triangular:
        return triangular(d, u);
    case Spread::split_normal:
        return split_normal(d, u);
    case Spread::choices:
        return std::min(std::floor(u * static_cast<double>(d.count)), static_cast<double>(d.count - 1));
    }
    return d.value;
}

} // namespace framsyn::sweep
