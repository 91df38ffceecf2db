#pragma once

#include "models/care/inputs.hpp"

#include <string>
#include <vector>

namespace framsyn::care {

/// Everything wrong with the inputs, one sentence each; empty if they are sound. `simulate` throws on unsound
/// inputs.
[[nodiscard]] std::vector<std::string> find_problems(const CareInputs& inputs);

} // namespace framsyn::care
