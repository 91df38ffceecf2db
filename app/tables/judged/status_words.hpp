#pragma once

#include "models/study/status.hpp"
#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// Where a figure of the status comes from, or why there is none. `counts`: where the table of counts is from.
Text status_source(const study::StatusRow& row, const study::Study& study, const std::string& counts);

} // namespace framsyn::app
