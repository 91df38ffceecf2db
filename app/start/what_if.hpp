#pragma once

#include "app/ground/files.hpp"
#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// A file on top of a scenario that changes nothing yet: the kinds of what-ifs as comments, each of which gives a file that
/// checks once its lines stand without "# ". `path` is where it will lie, beside the base. A kind that the base doesn't
/// take is named with the reason. Throws BadInput where the base isn't sound.
std::string new_what_if(const Files& files, const std::string& base, const std::string& path, Language language);

} // namespace framsyn::app
