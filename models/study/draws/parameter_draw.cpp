#include "models/study/draws/parameter_draw.hpp"

#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

/// Purpose of the parameters' random stream; part of what makes a seed repeatable.
constexpr std::uint32_t parameter_purpose = 201;
/// Standard normal quantile of .975: half the width of a 95 % interval.
constexpr double z_975 = 1.959963984540054;

} // namespace

double ParameterDraw::operator()(const Quantity& quantity) const {
    if (!draw_ || !quantity.has_interval()) return quantity.value;
    const std::uint32_t draw = moved_ && group_of(quantity.address) == moved_->group ? moved_->draw : *draw_;
    const sim::RandomStream stream(sim::StreamKey{seed_, draw, parameter_purpose, sim::hash_text(quantity.address)});
    const double z = sim::normal_quantile(stream.block(0).uniform(0)) / z_975;
    const double side = z < 0.0 ? quantity.value - quantity.low : quantity.high - quantity.value;
    return std::clamp(quantity.value + z * side, quantity.min, quantity.max);
}

} // namespace framsyn::study
