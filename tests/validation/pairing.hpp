#pragma once

#include "models/study/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::validation {

/// What the second scenario has otherwise: stays a tenth shorter everywhere, or one bed more in the place.
enum class Change { shorter_stays, one_bed_more };

/// How wide the 95 % interval of a paired difference is in one place, and how wide it would be with luck of its own on
/// each side. What is compared: patients sent on or bought a place there, all years together.
struct Pairing {
    std::string trust, service;
    int beds = 0; ///< of the place in the base year
    double difference = 0.0;
    double paired = 0.0;      ///< half the interval's width, patients
    double independent = 0.0; ///< the same with other patients' luck on the other side

    double narrower() const { return paired > 0.0 ? independent / paired : 0.0; }
};

/// Every place that is simulated, with the main alternative's parameters in every replication, so that nothing but luck
/// varies. The same replication on both sides is a pair, a replication and its neighbour are independent luck. Places in
/// which nothing differs in any replication are left out. An even number of replications.
std::vector<Pairing> measure_pairing(const study::Scenario& scenario, std::size_t replications, Change change);

/// How much narrower the median place is; 0 where there is none.
double median_narrowing(const std::vector<Pairing>& pairings);

std::string pairing_table(const std::vector<Pairing>& pairings);

} // namespace framsyn::validation
