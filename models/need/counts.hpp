#pragma once

#include "models/need/expected_use.hpp"
#include "models/need/need_path.hpp"

namespace framsyn::need {

/// Scales the flows of every anchor in common, so that its sum in each counted year is the count, and from then on by its
/// level. Where a count holds flows of another, as a part's and the sum's, the one of fewer flows stands and the other's
/// remaining flows take what it leaves (none below nothing). The flows' own level is that of the base year.
NeedPath held_to_counts(NeedPath path, const Inputs& inputs, const ExpectedUse& use);

} // namespace framsyn::need
