#pragma once

#include "app/ground/problems.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framsyn::app {

/// A record of delimited text: its cells without quotes, and where they stand (columns count characters).
struct Record {
    struct Cell {
        std::string text;
        int column = 0;
    };
    int line = 0;
    std::vector<Cell> cells;

    /// Nothing but blanks in its cells: an empty line, or what a spreadsheet makes of one (;;;;).
    bool blank() const;
    /// Drops blank cells at the end, as a spreadsheet's empty columns to the right leave them, down to `cells_kept`.
    void drop_blank_end(std::size_t cells_kept);
};

/// What a first line such as `sep=;` says of the delimiter.
std::optional<char> delimiter_line(std::string_view text);
/// Is the record that line?
bool is_delimiter_line(const Record& record, std::string_view text);

/// The text without the byte order mark that spreadsheets put in front.
std::string_view after_byte_order_mark(std::string_view text);

/// Walks through UTF-8 text with any delimiter and double quotes, one record at a time.
class RecordScanner {
  public:
    /// The text must outlive the scanner.
    RecordScanner(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    /// Reads the next record into `record`, whose memory is used again; false at the end.
    bool next(Record& record);
    /// Where a quotation mark was opened that nothing closes; line 0 if there is none.
    int unclosed_line() const { return unclosed_line_; }
    int unclosed_column() const { return unclosed_column_; }

  private:
    void read_cell(std::string& out);
    void step();

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
    int unclosed_line_ = 0;
    int unclosed_column_ = 0;
};

} // namespace framsyn::app
