#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace framsyn::app {

/// A result file: its name inside the result folder and its bytes.
struct ResultFile {
    std::string name;
    std::string content;
};

/// A result table in the making: tidy CSV, one observation a row, numbers in their shortest form that reads back to
/// the same bits. A number that doesn't exist is an empty cell.
class TidyTable {
  public:
    TidyTable(std::string name, const std::vector<std::string>& columns);

    template <class... Cells>
    void row(const Cells&... cells) {
        (append(cells), ...);
        text_.back() = '\n';
        ++rows_;
    }

    std::size_t rows() const { return rows_; }
    ResultFile file() && { return {std::move(name_), std::move(text_)}; }

  private:
    void append(const std::string& cell);
    void append(const char* cell) { append(std::string(cell)); }
    void append(double number);
    void append(int number);

    std::string name_;
    std::string text_;
    std::size_t rows_ = 0;
};

} // namespace framsyn::app
