#pragma once

#include "app/ground/tidy_table.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace framsyn::app {

/// How a column's numbers are shown; the cells keep all of their digits.
/// Dates are written YYYY-MM-DD and become the spreadsheet's own.
enum class NumberForm { general, share, date, tenths };

/// A line of a chart: years and numbers of rows that stand together in a table, both ends included, the first row 0.
struct ChartLine {
    std::string name;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t years = 0;   ///< column
    std::size_t numbers = 0; ///< column
};

/// A chart of a table's rows, drawn by the spreadsheet itself.
struct SheetChart {
    std::string title;
    std::string axis;
    std::vector<ChartLine> lines;
};

/// A sheet of the workbook: a table under headings.
struct Sheet {
    std::string name;  ///< as people read it, at most 31 letters
    std::string about; ///< a sentence for the first sheet
    std::string file;  ///< the result file it is made of
    std::vector<std::string> headings;
    std::vector<NumberForm> forms; ///< by column
    std::vector<TypedRow> rows;
    std::vector<bool> faint;             ///< by row: shown faint, as what rests on a level that nobody counted
    std::vector<std::string> lead = {};  ///< lines above the headings
    std::vector<SheetChart> charts = {}; ///< on a sheet of their own, after it
    std::string charts_name = {};        ///< of that sheet
    std::string part_printed = {};       ///< said at the foot where only the first rows are printed: {} is their number
};

/// The first sheet: what was run, how to read it, and what is in the other sheets.
struct FrontSheet {
    std::string name, title;
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<std::string> reading;
};

} // namespace framsyn::app
