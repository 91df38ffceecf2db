#pragma once

#include "models/need/expected_use.hpp"
#include "models/need/need_path.hpp"

namespace framsyn::need {

/// Multiplies by every change factor as far as it is realised (trinn 2).
NeedPath with_factors(NeedPath path, const Inputs& inputs);

/// Adds a stock where it is treated; its residences are those of the flows there in the base year. Throws
/// std::logic_error where nobody is treated.
NeedPath with_stock(NeedPath path, const AddedStock& stock);

/// What actions make of the patients: need takes the mean over a year's days of each action, then combines them.
NeedPath with_actions(NeedPath path, const ExpectedUse& use, const Inputs& inputs);

} // namespace framsyn::need
