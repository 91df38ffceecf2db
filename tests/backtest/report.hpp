#pragma once

#include "tests/backtest/compare.hpp"

namespace framsyn::backtest {

/// The section of docs/validation.md, Markdown.
std::string markdown_section(const BackTest& test);

} // namespace framsyn::backtest
