#pragma once

#include "app/sheets/plan_sheets.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What is to become of a filled-in book.
struct BookOrder {
    std::string extends; ///< the file that the what-if is put on top of, beside it
    std::string name;    ///< of the what-if, without .toml: a table of its own is named after it
};

/// What somebody has changed in the sheets of a scenario, as a what-if that says only that.
struct FilledIn {
    std::string what_if;
    std::size_t changes = 0;          ///< cells, or for beds runs of years
    std::optional<std::string> rates; ///< the table of use rates where one is changed
    std::string rates_name;
    std::vector<Position> origin; ///< by line of what_if: the cell that it came from
    std::vector<Text> remarks;

    void add_line(const std::string& text, const Position& at);
    /// Problems that a reader found in what_if, at the cells that they came from.
    Problems placed(const Problems& found, const std::string& file) const;
};

/// Compares a book with what the scenario's own would be. What can't be understood is reported at its sheet and cell.
FilledIn filled_in(const WrittenScenario& base, const Book& book, const BookOrder& order, Problems& problems);

} // namespace framsyn::app
