#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/study.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// comparison.json: which of a comparison's folders is the base and which are its alternatives, in the order they were asked
/// for. Each folder has its names, and what it has otherwise than the base, in its own context.json.
ResultFile comparison_file(const std::string& base, const std::vector<std::string>& alternatives,
                           const study::Extent& extent);

} // namespace framsyn::app
