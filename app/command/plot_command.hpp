#pragma once

#include "app/command/common.hpp"

#include <optional>
#include <string>

namespace framsyn::app {

struct PlotRequest {
    std::string folder;
    bool images = false;                ///< PNG and PDF of every chart too
    std::optional<std::string> what_if; ///< the scenario that was run: its texts and the engine go into the report
};

/// framsyn plot: draws charts and report of a result folder again.
void plot_command(const PlotRequest& request, const CommonOptions& options);

} // namespace framsyn::app
