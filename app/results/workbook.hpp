#pragma once

#include "app/results/sheets/sheet.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Writes results.xlsx to `path`: the first sheet, then each table with a frozen heading and filters. Same bytes for the
/// same tables. Throws Failure.
void write_workbook(const std::string& path, const FrontSheet& front, const std::vector<Sheet>& sheets);

} // namespace framsyn::app
