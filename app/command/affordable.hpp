#pragma once

#include "app/afford/afford.hpp"
#include "app/command/common.hpp"
#include "models/study/study.hpp"

namespace framsyn::app {

/// Throws BadInput, with the figure and the line or option to change, where a run would take more than 10⁹ events or more
/// memory than the machine has. Remarks on standard error on one that will take long.
void must_be_affordable(const WrittenScenario& scenario, study::Care care, const CommonOptions& options,
                        const Beside& beside = {});

/// What is said of a run of so many seconds; nothing of one that takes no more than ten minutes.
Text remark_on_duration(double seconds);

} // namespace framsyn::app
