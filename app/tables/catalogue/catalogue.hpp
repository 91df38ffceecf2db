#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/values/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framsyn::app {

/// A column of a result table.
struct Column {
    std::string_view name;
    CellType type = CellType::text;
    std::string_view
        unit;     ///< empty where there is nothing to count; a `share` is shown as per cent, YYYY-MM-DD as a date
    Text meaning; ///< also its heading in the workbook
    bool may_be_empty = false;
};

/// A table among the results.
struct TableEntry {
    std::string_view file;
    Text about;                ///< one sentence
    Text sheet;                ///< its name in the workbook; empty where it isn't there
    int sheet_place = 0;       ///< the workbook's sheets are in this order
    bool holds_levels = false; ///< rests on the base year's level: rows of a level that nobody counted are shown faint
    std::vector<Column> columns;
};

/// Every result table with its columns: the one place behind CSV, workbook, docs/results.md, the check in plots/ and
/// framsyn schema.
const std::vector<TableEntry>& catalogue();

/// The entry of a file. Throws std::logic_error if there is none.
const TableEntry& entry_of(std::string_view file);

/// An empty table with the columns of its entry.
TidyTable table_of(std::string_view file, bool keep);

/// The catalogue as JSON: framsyn schema results.
std::string catalogue_json();

} // namespace framsyn::app
