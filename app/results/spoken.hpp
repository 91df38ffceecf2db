#pragma once

#include "models/study/scenario/scenario.hpp"

#include <string>

namespace framsyn::app {

/// One decimal, decimal comma in Norwegian, a real minus sign.
std::string spoken_number(double value, Language language);
/// The same with a plus sign where it is more than nothing: a change.
std::string spoken_change(double value, Language language);
/// A share as per cent, without decimals; <1 and >99 % where that would say never or always.
std::string spoken_percent(double share, Language language);

/// What a service or group is called.
std::string name_of(const study::Scenario& scenario, const study::ServiceOrGroup& service, Language language);

} // namespace framsyn::app
