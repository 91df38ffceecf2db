#pragma once

#include "app/ground/problems.hpp"

#include <cstddef>
#include <string>
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

    bool blank() const { return cells.size() == 1 && cells[0].text.empty(); }
};

/// Walks through UTF-8 text with any delimiter and double quotes, one record at a time.
class RecordScanner {
  public:
    RecordScanner(const std::string& text, char delimiter) : text_(text), delimiter_(delimiter) {}

    /// Reads the next record into `record`, whose memory is used again; false at the end.
    bool next(Record& record);
    /// Where a quotation mark was opened that nothing closes; line 0 if there is none.
    int unclosed_line() const { return unclosed_line_; }
    int unclosed_column() const { return unclosed_column_; }

  private:
    void read_cell(std::string& out);
    void step();

    const std::string& text_;
    char delimiter_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
    int unclosed_line_ = 0;
    int unclosed_column_ = 0;
};

} // namespace framsyn::app
