#pragma once

#include "app/ground/delimited_text.hpp"
#include "app/ground/problems.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framsyn::app {

/// A table read from a CSV file (RFC 4180: comma, double quotes, header), or as spreadsheets in Norwegian save it, with
/// semicolons or tabs and decimal commas. A first line `sep=;`, empty rows and empty columns at the right are nothing.
/// Cells keep their line and column.
class CsvTable {
  public:
    /// Parses text; every row must have as many cells as the header, the header must be `columns`, and there must be
    /// rows. Problems are reported at their line; the rows that are sound stay readable, none after a wrong header.
    CsvTable(const std::string& text, const std::string& file, const std::vector<std::string>& columns,
             Problems& problems);

    std::size_t rows() const { return rows_.size(); }
    std::size_t columns() const { return columns_.size(); }
    const std::string& cell(std::size_t row, std::size_t column) const { return rows_[row].fields[column].text; }
    Position at(std::size_t row, std::size_t column) const;
    /// Where something is wrong with the table as a whole: its header.
    Position header() const { return {file_, header_line_, 1}; }
    /// The last row whose cells are these (column, text), where one that should follow is missing; else the header.
    Position last_row_with(const std::vector<std::pair<std::size_t, std::string>>& cells) const;

    /// The cell as a number within min–max, or as an index into names; reports what is wrong and returns fallback.
    double number(std::size_t row, std::size_t column, double min, double max, Problems& problems) const;
    /// The same for a whole number: a year, an age.
    int whole(std::size_t row, std::size_t column, int min, int max, Problems& problems) const;
    std::size_t index(std::size_t row, std::size_t column, const std::vector<std::string>& names,
                      Problems& problems) const;

    /// The names in the row of headings, whatever they are; none where the text has no rows.
    static std::vector<std::string> headings_of(const std::string& text);

  private:
    void read(std::string_view text, Problems& problems);
    bool check_header(const Record& header, Problems& problems);
    void read_row(Record& record, Problems& problems);

    struct Field {
        std::string text;
        int column = 0;
    };
    struct Row {
        int line = 0;
        std::vector<Field> fields;
    };
    std::string file_;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
    int header_line_ = 1;
    bool decimal_comma_ = false;
};

} // namespace framsyn::app
