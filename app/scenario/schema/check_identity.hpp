#pragma once

#include "app/ground/problems.hpp"
#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// Whether the entries of a scenario can be told apart: each thing has one entry (the natural keys of the table of
/// sections), ids in one list differ in more than capitals, so do names of trusts, services and groups, and ids that
/// stand in one column of the results differ too.
void check_identity(const Value& root, Problems& problems);

} // namespace framsyn::app
