#pragma once

#include "app/ground/files.hpp"
#include "app/import/activity/import_year.hpp"

#include <string>

namespace framsyn::app {

/// A text as TOML writes it.
std::string quoted(const std::string& text);

/// A renewal's file with a [scenario] of its own: the title and description of what it extends would speak of the old year.
/// The base year in the title's span (2024–2040) follows, and both say which tables of which years are new; the description
/// has the exported file and the day too. `base` is what the file extends, read with its counts left aside.
std::string with_words(const std::string& content, const Files& files, const std::string& base, const YearNews& news);

} // namespace framsyn::app
