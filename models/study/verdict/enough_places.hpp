#pragma once

#include "models/study/answers/bed_rules.hpp"

#include <array>
#include <vector>

namespace framsyn::study {

/// Limits of the words of a verdict.
namespace thresholds {
inline constexpr double likely = 0.5;     ///< P(shortage) above it by both rules: short
inline constexpr double unlikely = 0.1;   ///< below it by both rules: enough
inline constexpr double least_beds = 0.5; ///< a median shortage below it is small
} // namespace thresholds

/// Limits of P(shortage) that places are told for.
inline constexpr std::array<double, 2> limits_of_p{thresholds::unlikely, thresholds::likely};

/// The least whole places, the same all year, with which P(shortage) is below each limit: [limit].
using PlacesByLimit = std::array<double, limits_of_p.size()>;

/// The same by both rules.
struct EnoughPlaces {
    PlacesByLimit utilisation{}, service_level{};

    const PlacesByLimit& by(Rule rule) const { return rule == Rule::utilisation ? utilisation : service_level; }
};

/// The value that as many draws may lie above as leave their share below each limit: [limit]. Throws std::logic_error
/// where there are no draws.
PlacesByLimit values_to_reach(std::vector<double> draws);

/// The least whole places for a need in beds in every draw.
PlacesByLimit enough_places(std::vector<double> need);

} // namespace framsyn::study
