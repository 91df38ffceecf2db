#pragma once

#include "app/command/common.hpp"
#include "models/study/study.hpp"

#include <cstddef>

namespace framsyn::app {

/// What a command keeps and computes beside a scenario's own study.
struct Beside {
    std::size_t kept = 0;    ///< whole studies in memory at the same time
    std::size_t studied = 0; ///< whole studies that take time
    std::size_t drawn = 0;   ///< studies of draws alone, one after the other
    bool told = false;       ///< its time is in what is said of another scenario
};

/// What a run of a scenario has beside it: the root of its chain, and its effects at half and at none.
Beside beside_of_run(const WrittenScenario& scenario);

/// Throws BadInput, with the figure and the line or option to change, where a run would take more than 10⁹ events or more
/// memory than the machine has. Remarks on standard error on one that will take long.
void must_be_affordable(const WrittenScenario& scenario, study::Care care, const CommonOptions& options,
                        const Beside& beside = {});

/// What is said of a run of so many seconds; nothing of one that takes no more than ten minutes.
Text remark_on_duration(double seconds);

} // namespace framsyn::app
