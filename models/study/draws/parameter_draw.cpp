#include "models/study/draws/parameter_draw.hpp"

#include "sim/numerics/elementary.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

/// Purpose of the parameters' random stream; part of what makes a seed repeatable.
constexpr std::uint32_t parameter_purpose = 201;
/// Standard normal quantile of .975: half the width of a 95 % interval.
constexpr double z_975 = 1.959963984540054;

} // namespace

std::optional<sim::RandomStream> ParameterDraw::stream(const std::string& address) const {
    if (!draw_) return std::nullopt;
    const std::uint32_t draw = moved_ && group_of(address) == moved_->group ? moved_->draw : *draw_;
    return sim::RandomStream(sim::StreamKey{seed_, draw, parameter_purpose, sim::hash_text(address)});
}

double ParameterDraw::operator()(const Quantity& quantity) const {
    if (!draw_ || !quantity.has_interval()) return quantity.value;
    const double z = sim::normal_quantile(stream(quantity.address)->block(0).uniform(0)) / z_975;
    const double side = z < 0.0 ? quantity.value - quantity.low : quantity.high - quantity.value;
    return std::clamp(quantity.value + z * side, quantity.min, quantity.max);
}

} // namespace framsyn::study
