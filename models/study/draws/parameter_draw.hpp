#pragma once

#include "models/study/draws/parameter_group.hpp"
#include "models/values/quantity.hpp"
#include "sim/numerics/random_stream.hpp"

#include <cstdint>
#include <optional>

namespace framsyn::study {

/// One set of parameters: the central one, draw number k, or that with one group from another draw. A quantity's value in a draw depends on the seed, k and
/// its address alone, so adding an assumption moves no other.
class ParameterDraw {
  public:
    static ParameterDraw central() { return ParameterDraw(0, std::nullopt); }
    static ParameterDraw number(std::uint64_t seed, std::uint32_t draw) { return ParameterDraw(seed, draw); }
    /// This draw with the numbers of a group from draw number `other`.
    ParameterDraw with(VarianceGroup group, std::uint32_t other) const {
        ParameterDraw mixed = *this;
        mixed.moved_ = Moved{group, other};
        return mixed;
    }

    /// The median is the value, and low–high holds 95 %: on each side half a normal distribution (a split normal by
    /// quantiles), cut at the legal range.
    double operator()(const Quantity& quantity) const;

    /// The random numbers of an address beside its quantity; none in the main alternative.
    std::optional<sim::RandomStream> stream(const std::string& address) const;

  private:
    ParameterDraw(std::uint64_t seed, std::optional<std::uint32_t> draw) : seed_(seed), draw_(draw) {}

    struct Moved {
        VarianceGroup group;
        std::uint32_t draw;
    };

    std::uint64_t seed_;
    std::optional<std::uint32_t> draw_;
    std::optional<Moved> moved_;
};

} // namespace framsyn::study
