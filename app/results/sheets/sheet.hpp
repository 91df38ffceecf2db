#pragma once

#include "app/ground/tidy_table.hpp"

#include <string>
#include <utility>
#include <vector>

namespace framsyn::app {

/// How a column's numbers are shown; the cells keep all of their digits.
/// Dates are written YYYY-MM-DD and become the spreadsheet's own.
enum class NumberForm { general, share, date };

/// A sheet of the workbook: a table under headings.
struct Sheet {
    std::string name;  ///< as people read it, at most 31 letters
    std::string about; ///< a sentence for the first sheet
    std::string file;  ///< the result file it is made of
    std::vector<std::string> headings;
    std::vector<NumberForm> forms; ///< by column
    std::vector<TypedRow> rows;
    std::vector<bool> faint; ///< by row: shown faint, as what can't be judged
};

/// The first sheet: what was run, how to read it, and what is in the other sheets.
struct FrontSheet {
    std::string name, title;
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<std::string> reading;
};

} // namespace framsyn::app
