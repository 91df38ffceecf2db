#pragma once

#include "models/study/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::study {

/// Takes the interval away from the quantities at these addresses, wherever the scenario keeps them: they stand at their
/// values in every draw.
void pin(Scenario& scenario, const std::vector<std::string>& addresses);

/// Every quantity of the scenario, some of them twice: where it is used and among its assumptions.
std::vector<const Quantity*> quantities_of(const Scenario& scenario);

/// A quantity's value, by its address.
struct ValueAt {
    std::string address;
    double value = 0.0;
};

/// Puts other values in the quantities at these addresses, wherever the scenario keeps them; their intervals stay.
void put(Scenario& scenario, const std::vector<ValueAt>& values);

} // namespace framsyn::study
