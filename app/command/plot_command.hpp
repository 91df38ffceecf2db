#pragma once

#include "app/command/common.hpp"

namespace framsyn::app {

/// framsyn plot: draws charts and report of a result folder again; `images` asks for PNG and PDF of every chart too.
void plot_command(const std::string& folder, bool images, const CommonOptions& options);

} // namespace framsyn::app
