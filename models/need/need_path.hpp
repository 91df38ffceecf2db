#pragma once

#include "models/need/inputs.hpp"

#include <optional>

namespace framsyn::need {

/// Expected bed days of each flow and year: the need by residence and by provider at once.
struct NeedPath {
    int base_year = 0;
    std::vector<Flow> flows;
    std::vector<std::vector<double>> bed_days; ///< [flow][year from the base year]
    /// The last year whose count holds the flow, in years after the base year; none where no count does. [flow]
    std::vector<std::optional<std::size_t>> last_counted;
    /// The same before actions on patients; empty where there are none.
    std::vector<std::vector<double>> without_actions;
    AgeShares age_shares; ///< of the spans of ages that actions are about
};

inline bool contains(const std::vector<ServiceId>& services, ServiceId service) {
    for (const ServiceId each : services) {
        if (each == service) return true;
    }
    return false;
}

} // namespace framsyn::need
