#pragma once

#include "models/care/summary.hpp"
#include "models/study/answers/need_sample.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace framsyn::study {

/// How many bed days of the base year the simulation gives a trust's service, beside those it was to give. Means over
/// replications or draws.
struct Reproduction {
    WhichTrust trust;
    ServiceOrGroup service;
    bool is_counted = false; ///< expected are the counted bed days; else the need, of which only a sum is counted
    double expected = 0.0;   ///< bed days
    double simulated = 0.0;  ///< bed days
    double simulated_low = 0.0, simulated_high = 0.0; ///< 95 % interval of that mean; NaN with too few replications
    double purchased = 0.0;                           ///< bed days bought outside because it was full
    double sent = 0.0;                                ///< bed days at other trusts because it was full

    double ratio() const { return simulated / expected; }
};

/// A simulation that is further than this from what is known, by more than chance, can't be taken at its word.
inline constexpr double most_off = 0.1;
inline bool is_off(const Reproduction& of) {
    if (!(of.expected > 0.0) || std::abs(of.ratio() - 1.0) <= most_off) return false;
    // What may be the chance of few replications is no fault; without an interval nothing can be said for it.
    const bool may_be_chance =
        of.simulated_low <= (1.0 + most_off) * of.expected && of.simulated_high >= (1.0 - most_off) * of.expected;
    return !may_be_chance;
}

/// Every observed activity, and every simulated service that is counted only in a sum with others; empty without care.
std::vector<Reproduction> reproductions_of(const Scenario& scenario, const std::vector<CellNeed>& need,
                                           const std::vector<care::CareRow>& care,
                                           const std::vector<care::FlowRow>& flows);

} // namespace framsyn::study
