#pragma once

#include "models/need/expected_use.hpp"
#include "models/need/need_path.hpp"

namespace framsyn::need {

/// Scales the flows of every anchor in common, so that its base-year sum is the count.
NeedPath held_to_counts(NeedPath path, const Inputs& inputs, const ExpectedUse& use);

} // namespace framsyn::need
