#pragma once

#include "models/care/inputs.hpp"
#include "models/care/outcome.hpp"

#include <cstdint>

namespace framsyn::care {

/// Which luck a run has. Every patient's numbers follow from these two, the ids of trust and service, and the
/// patient's own cell and index; nothing else.
struct Luck {
    std::uint64_t seed = 1;
    std::uint32_t replication = 0;
};

/// Sends every patient of the inputs through the beds, from day 0 (empty) to the end of the last year.
/// At one instant: discharges, then capacity changes, then transfers and the queue, then arrivals.
/// A function of its arguments: safe to call from several threads at once.
/// Throws std::invalid_argument with every problem if find_problems(inputs) is not empty.
[[nodiscard]] CareOutcome simulate(const CareInputs& inputs, const Luck& luck);

} // namespace framsyn::care
