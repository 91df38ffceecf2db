#pragma once

#include "models/care/inputs.hpp"
#include "models/care/luck.hpp"
#include "models/care/outcome.hpp"

namespace framsyn::care {

/// Sends every patient of the inputs through the beds, from day 0 (empty) to the end of the last year.
/// At one instant: discharges, then capacity changes, then transfers and the queue, then arrivals.
/// A function of its arguments: safe to call from several threads at once.
/// Throws std::invalid_argument with every problem if find_problems(inputs) is not empty.
[[nodiscard]] CareOutcome simulate(const CareInputs& inputs, const Luck& luck);

} // namespace framsyn::care
