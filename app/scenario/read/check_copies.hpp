#pragma once

#include "app/ground/problems.hpp"
#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// Remarks on entries that say the same as another one under another id, in lists whose entries add up: a copy that was
/// meant to be changed counts twice.
void remark_on_copies(const Value& root, Problems& remarks);

} // namespace framsyn::app
