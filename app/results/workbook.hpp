#pragma once

#include "app/results/sheets/sheet.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// Writes results.xlsx to `path`: what opens (a table with its charts, if there is one), the sheet that says how to read,
/// then each table with a frozen heading and filters. Printed in landscape, a page wide, headings on every page. Same bytes
/// for the same tables. Throws Failure.
void write_workbook(const std::string& path, const FrontSheet& front, const std::vector<Sheet>& sheets,
                    const Sheet* opens = nullptr);

} // namespace framsyn::app
