#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/sweep/indices/sensitivity.hpp"
#include "models/values/text.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Which numbers are drawn, and those that are left for want of room.
struct SensitivityCharts {
    std::vector<ResultFile> files; ///< gap-unn-phv-utilisation.svg
    std::size_t left = 0;
};

/// A chart of every kept number that varies, in the order of the numbers: on the left the indices of the last year by
/// parameter with their intervals, on the right the main index year by year. Only those of `cell` (trust.service) where
/// one is named; otherwise the first sixty. Throws BadInput where nothing of that cell varies.
SensitivityCharts sensitivity_charts(const SweepPlan& plan, const Sensitivity& found, const std::string& cell,
                                     Language language);

} // namespace framsyn::app
