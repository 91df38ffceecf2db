#pragma once

#include "app/scenario/text/value.hpp"

namespace framsyn::app {

/// The scenario with the units that actions open as new ones: no bed before, and of what they are known to have treated in
/// the base year nothing but what the rates say of it. Each stands where its action does. An action that doesn't say what a
/// unit needs is left as it is, for the checks to tell of.
Value with_new_units(Value root);

} // namespace framsyn::app
