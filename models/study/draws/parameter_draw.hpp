#pragma once

#include "models/values/quantity.hpp"

#include <cstdint>
#include <optional>

namespace framsyn::study {

/// One set of parameters: the central one, or draw number k. A quantity's value in a draw depends on the seed, k and
/// its address alone, so adding an assumption moves no other.
class ParameterDraw {
  public:
    static ParameterDraw central() { return ParameterDraw(0, std::nullopt); }
    static ParameterDraw number(std::uint64_t seed, std::uint32_t draw) { return ParameterDraw(seed, draw); }

    /// The median is the value, and low–high holds 95 %: on each side half a normal distribution (a split normal by
    /// quantiles), cut at the legal range.
    double operator()(const Quantity& quantity) const;

  private:
    ParameterDraw(std::uint64_t seed, std::optional<std::uint32_t> draw) : seed_(seed), draw_(draw) {}

    std::uint64_t seed_;
    std::optional<std::uint32_t> draw_;
};

} // namespace framsyn::study
