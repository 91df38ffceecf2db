#pragma once

#include "models/study/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::validation {

/// What the second scenario has otherwise: stays by a factor everywhere, or one bed more in the place.
struct Change {
    double stays = 1.0;
    bool one_bed_more = false;
};

/// How wide the 95 % interval of a paired difference is in one place, and how wide it would be with luck of its own on
/// each side. What is compared: patients sent on or bought a place there, all years together.
struct Pairing {
    std::string trust, service;
    int beds = 0; ///< of the place in the base year
    double difference = 0.0;
    double paired = 0.0;      ///< half the interval's width, patients
    double independent = 0.0; ///< the same with other patients' luck on the other side
    double best = 0.0;        ///< the same where the difference varies as a count of patients who arrive by chance does
    double full_time_narrower = 0.0; ///< as narrower(), of the days with every open bed taken

    double narrower() const { return paired > 0.0 ? independent / paired : 0.0; }
    /// What pairing can reach. With common arrivals those who are sent on in one scenario and not in the other are patients
    /// of a stream that comes by chance. If all of them go the same way, their number has mean |d| and the variance of a
    /// Poisson count, |d|, or more where they come in bunches (less only where a bed is taken nearly always, as its
    /// discharges are more regular than arrivals); where some go each way the variance is that of all of them. So the paired
    /// half width is about 1.96 √(|d| / n) at best, against 1.96 √((var a + var b) / n) with independent luck: a ratio of
    /// √((var a + var b) / |d|), or √((a + b) / |d|) if both counts were Poisson.
    double most() const { return best > 0.0 ? independent / best : 0.0; }
};

/// Every place that is simulated, with the main alternative's parameters in every replication, so that nothing but luck
/// varies. The same replication on both sides is a pair, a replication and its neighbour are independent luck. Places in
/// which nothing differs in any replication are left out. An even number of replications.
std::vector<Pairing> measure_pairing(const study::Scenario& scenario, std::size_t replications, const Change& change);

/// How much narrower the median place is; 0 where there is none.
double median_narrowing(const std::vector<Pairing>& pairings);
/// The places of intensive care alone.
std::vector<Pairing> of_intensive_care(const std::vector<Pairing>& pairings);

std::string pairing_table(const std::vector<Pairing>& pairings);

} // namespace framsyn::validation
