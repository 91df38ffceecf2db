#pragma once

#include "sim/experiment/experiment.hpp"
#include "sim/output_analysis.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace framsyn::sim {

/// How well the mean of a measure is to be known: reached when its half-width is at most `absolute` (in the unit of the
/// measure) or at most `relative` times the size of its estimated mean. 0: not asked.
struct Precision {
    double absolute = 0.0;
    double relative = 0.0;
};

struct SequentialOptions {
    std::size_t round = 20;       ///< replications between decisions, at least 2
    std::size_t maximum = 1000;   ///< replications at most, at least one round
    double confidence = 0.95;     ///< that all intervals together hold their means, at least
    ExperimentOptions experiment; ///< its progress sees `maximum` as the total; first_trial is ignored
};

enum class SequentialEnd {
    reached,   ///< every measure has its precision
    maximum,   ///< the maximum of replications came first
    failed,    ///< a replication failed: means over the others could be biased, so that no further round was begun
    cancelled, ///< which replications completed is a matter of time, unlike in the other cases
};

struct SequentialMeasure {
    MeanInterval interval; ///< at the level 1 - (1 - confidence) / measures (Bonferroni)
    bool reached = false;
};

struct SequentialResult {
    SequentialEnd end = SequentialEnd::maximum;
    std::size_t replications = 0; ///< of all rounds, in full; `interval.count` of them completed
    double level = 0.0;           ///< of each single interval
    std::vector<SequentialMeasure> measures;
    std::vector<std::vector<double>> values; ///< [replication][measure]; empty where it did not complete
    ExperimentReport report;                 ///< over all rounds
};

/// Runs replications in rounds of fixed size until the means of all measures are known as precisely as wanted. A
/// decision falls only at the end of a round and adds up in the order of the replications: their number and every bit
/// of the result are the same for any number of threads. `trial` gives the value of each measure, one for each of
/// `wanted`; another number of them counts as its failure.
/// The joint confidence holds by Bonferroni's inequality for normal values and a number of replications fixed before;
/// that the data choose when to stop makes it somewhat smaller, less so the longer the run (Chow and Robbins 1965,
/// Annals of Mathematical Statistics 36(2); Law 2015, Simulation Modeling and Analysis, section 9.4.1).
/// Throws std::invalid_argument if nothing, or nothing positive, is wanted of a measure or an option is out of bounds.
[[nodiscard]] SequentialResult run_until_precise(std::span<const Precision> wanted,
                                                 const std::function<std::vector<double>(std::size_t)>& trial,
                                                 const SequentialOptions& options);

} // namespace framsyn::sim
