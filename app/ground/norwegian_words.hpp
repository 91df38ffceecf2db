#pragma once

#include <string>
#include <vector>

namespace framsyn::app {

/// Words of the file format that a Norwegian word may have been meant for: `steng` for close, `plasser` for beds. Small
/// letters; none for other words.
std::vector<std::string> meant_by_norwegian(const std::string& word);

} // namespace framsyn::app
