#pragma once

#include "models/study/study.hpp"

#include <cstddef>

namespace framsyn::study {

/// What a study will take, estimated from its sizes before anything is drawn. Rough: right within a factor of two for what
/// has been measured (docs/researchers.md), which is enough to tell minutes from days.
struct Cost {
    double events = 0.0;         ///< arrivals, discharges and looks at the arrival plane, all replications
    double bytes_fixed = 0.0;    ///< memory whatever the number of draws and replications
    double bytes_of_draws = 0.0; ///< kept of the draws
    double bytes_of_care = 0.0;  ///< kept of the replications
    double seconds = 0.0;        ///< on one thread of the machine that it was measured on (2024, 3 GHz)
    /// The stay that the most events come from, as an index into Scenario::stays; no meaning without events.
    std::size_t busiest_stay = 0;

    double bytes() const { return bytes_fixed + bytes_of_draws + bytes_of_care; }
};

/// Projects the main alternative once. The study's draws and replications aren't touched.
Cost cost_of(const Study& study);

} // namespace framsyn::study
