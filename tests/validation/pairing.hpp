#pragma once

#include "models/study/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::validation {

/// How wide the 95 % interval of a paired difference is in one place, and how wide it would be with luck of its own on
/// each side. What is compared: patients sent on or bought a place there, all years together, with one bed more.
struct Pairing {
    std::string trust, service;
    int beds = 0; ///< of the place in the first measured year
    double difference = 0.0;
    double paired = 0.0;      ///< half the interval's width, patients
    double independent = 0.0; ///< the same with the same parameters on both sides and other patients' luck

    double narrower() const { return paired > 0.0 ? independent / paired : 0.0; }
};

/// Every place that is simulated. Each draw has two replications: the same one on both sides is a pair, one and the other
/// are independent luck under the same parameters. Places in which nothing differs in any replication are left out.
std::vector<Pairing> measure_pairing(const study::Scenario& scenario, std::size_t draws);

/// As a section of docs/validation.md. `agrees` is made false unless single intensive beds come out at least five times
/// narrower and the median of the other services at least twice.
std::string pairing_section(const std::vector<Pairing>& pairings, std::size_t draws, bool& agrees);

} // namespace framsyn::validation
