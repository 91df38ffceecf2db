#pragma once

#include "models/study/scenario/scenario.hpp"

#include <cstddef>

namespace framsyn::study {

/// The stay of a service's patients at a place: the place's own, or that of all others; nullptr where nobody says one.
const StayInfo* stay_of(const Scenario& scenario, ServiceId service, WhichTrust at);

/// The flow of residents to a place; std::logic_error where there is none.
std::size_t flow_to(const Scenario& scenario, TrustId residence, ServiceId service, WhichTrust at);

} // namespace framsyn::study
