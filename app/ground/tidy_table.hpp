#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace framsyn::app {

/// A text as a cell of CSV: in quotes where it must be.
std::string csv_cell(std::string_view text);

/// A result file: its name inside the result folder and its bytes.
struct ResultFile {
    std::string name;
    std::string content;
};

/// What the cells of a column hold. Text stays text, whatever it looks like.
enum class CellType { text, integer, number };

struct ColumnForm {
    std::string_view name;
    CellType type = CellType::text;
};

/// A cell as a value; a number that doesn't exist is NaN.
using TypedCell = std::variant<std::string, int, double>;
using TypedRow = std::vector<TypedCell>;

/// A result table in the making: tidy CSV, one observation a row, numbers in their shortest form that reads back to
/// the same bits. A number that doesn't exist is an empty cell.
class TidyTable {
  public:
    /// `keep` asks for the rows as values too, for those who print them otherwise.
    TidyTable(std::string name, std::vector<ColumnForm> columns, bool keep = false);

    /// One cell for each column, of its type. Throws std::logic_error otherwise: a mistake of the program.
    template <class... Cells>
    void row(const Cells&... cells) {
        column_ = 0;
        if (keep_) rows_.emplace_back();
        (append(cells), ...);
        end_row();
    }

    const std::string& name() const { return name_; }
    const std::vector<ColumnForm>& columns() const { return columns_; }
    const std::string& text() const { return text_; }
    const std::vector<TypedRow>& rows() const { return rows_; } ///< empty unless they were to be kept
    ResultFile file() && { return {std::move(name_), std::move(text_)}; }

  private:
    void append(const std::string& cell);
    void append(const char* cell) { append(std::string(cell)); }
    void append(std::string_view cell) { append(std::string(cell)); }
    void append(double number);
    void append(int number);
    void next(CellType type);
    void end_row();

    std::string name_;
    std::vector<ColumnForm> columns_;
    bool keep_ = false;
    std::size_t column_ = 0;
    std::string text_;
    std::vector<TypedRow> rows_;
};

} // namespace framsyn::app
