#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace framsyn {

/// The position of a thing in its list of the scenario. Ids of different things don't mix.
template <class Thing>
class Id {
  public:
    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}

    constexpr std::size_t index() const { return index_; }
    constexpr auto operator<=>(const Id&) const = default;

  private:
    std::uint32_t index_ = 0;
};

using TrustId = Id<struct TrustThing>;     ///< helseforetak
using ServiceId = Id<struct ServiceThing>; ///< tjeneste
using UnitId = Id<struct UnitThing>;       ///< enhet: beds of one service at one site

/// Whom a row or a patient belongs to: one trust, the region (all trusts together), or outside, which stands for every
/// provider beyond the region's trusts.
class WhichTrust {
  public:
    constexpr WhichTrust() = default; ///< the first trust
    constexpr WhichTrust(TrustId trust) : code_(static_cast<std::int32_t>(trust.index())) {}
    static constexpr WhichTrust outside() { return WhichTrust(outside_code); }
    static constexpr WhichTrust region() { return WhichTrust(region_code); }

    constexpr bool is_trust() const { return code_ >= 0; }
    constexpr bool is_outside() const { return code_ == outside_code; }
    constexpr bool is_region() const { return code_ == region_code; }

    /// Only where is_trust().
    constexpr TrustId trust() const { return TrustId(static_cast<std::size_t>(code_)); }
    /// Where lists hold the trusts in order and outside after them: the place in such a list. Not for the region.
    constexpr std::size_t slot(std::size_t trusts) const {
        return is_trust() ? static_cast<std::size_t>(code_) : trusts;
    }
    static constexpr WhichTrust in_slot(std::size_t slot, std::size_t trusts) {
        return slot < trusts ? WhichTrust(TrustId(slot)) : outside();
    }

    constexpr auto operator<=>(const WhichTrust&) const = default;

  private:
    static constexpr std::int32_t outside_code = -1;
    static constexpr std::int32_t region_code = -2;
    constexpr explicit WhichTrust(std::int32_t code) : code_(code) {}

    std::int32_t code_ = 0;
};

} // namespace framsyn
