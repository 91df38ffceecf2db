#pragma once

#include "app/ground/problems.hpp"
#include "app/sheets/book.hpp"

#include <string>

namespace framsyn::app {

/// Reads an .xlsx file as Excel, LibreOffice and libraries write it: shared strings or inline ones, formulas by the value
/// that was worked out last, dates by the cell's format. What can't be read is reported.
Book read_workbook(const std::string& bytes, const std::string& file, Problems& problems);

} // namespace framsyn::app
