#pragma once

#include "app/ground/problems.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "models/study/cost.hpp"

#include <cstddef>

namespace framsyn::app {

/// What is kept and computed beside a scenario's own study.
struct Beside {
    std::size_t kept = 0;    ///< whole studies in memory at the same time
    std::size_t studied = 0; ///< whole studies that take time
    std::size_t drawn = 0;   ///< studies of draws alone, one after the other
    bool told = false;       ///< its time is in what is said of another scenario
};

/// What a run of a scenario has beside it: the root of its chain, and its effects at half and at none.
Beside beside_of_run(const WrittenScenario& scenario);

/// What a run takes, with what stands beside it.
study::Cost cost_of_run(const WrittenScenario& scenario, study::Care care, const Beside& beside);

/// What there is for a run, and what can be changed where it takes more.
struct Means {
    double memory_bytes = 0.0;
    Position replications_at; ///< where their number was given last
};

/// With the figure and the line or option to change, that a run would take more than 10⁹ events or more memory than there is.
Problems unaffordable(const WrittenScenario& scenario, const study::Cost& cost, const Means& means);

} // namespace framsyn::app
