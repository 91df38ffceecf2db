#pragma once

#include "app/ground/files.hpp"
#include "models/values/text.hpp"

#include <string>

namespace framsyn::app {

/// The last lines of a renewal: how many inputs are still from before its newest counted year, which words name an older one,
/// and how to see them all.
std::string still_older(const Files& files, const std::string& scenario, Language language);

} // namespace framsyn::app
