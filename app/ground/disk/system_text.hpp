#pragma once

#include "models/values/text.hpp"

namespace framsyn::app {

/// What an error number of the operating system means, for the file or program that it is about.
Text system_text(int error);

} // namespace framsyn::app
