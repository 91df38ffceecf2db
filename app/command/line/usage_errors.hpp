#pragma once

#include "models/values/text.hpp"

#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the library's own name
class App;
class ParseError;
} // namespace CLI

namespace framsyn::app {

/// What is wrong with the words of a command line, with the nearest valid word where one is unknown.
std::string usage_error(const CLI::ParseError& error, const CLI::App& app, const std::vector<std::string>& words,
                        Language language);

} // namespace framsyn::app
