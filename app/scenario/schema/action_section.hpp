#pragma once

#include "app/scenario/schema/scenario_sections.hpp"

namespace framsyn::app {

/// The keys of an action of whatever kind; which of them a kind takes is action_keys.hpp's matter.
Section action_section();

} // namespace framsyn::app
