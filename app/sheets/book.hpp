#pragma once

#include "models/values/date.hpp"
#include "models/values/position.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// A cell of a spreadsheet as values: what a file holds, whatever wrote it.
struct BookCell {
    enum class Kind { empty, number, text, date, flag, fault };
    Kind kind = Kind::empty;
    double number = 0.0; ///< of a flag 1 or 0
    std::string text;    ///< of a fault what stands there, as #REF!
    Date date;

    static BookCell of(double number);
    static BookCell of(std::string text); ///< an empty text is an empty cell
    static BookCell of(const Date& date);

    bool empty() const { return kind == Kind::empty; }
    /// The same value; numbers may differ in the last digits that spreadsheets don't keep.
    bool same(const BookCell& other) const;
    /// As a message repeats it.
    std::string printed() const;
};

struct BookSheet {
    std::string name;
    std::vector<std::vector<BookCell>> rows; ///< row by row, each as long as it is
    std::vector<std::string> merged;         ///< ranges such as B4:C4

    const BookCell& at(std::size_t row, std::size_t column) const; ///< an empty one beyond the end
    std::size_t width() const;
    bool is_blank(std::size_t row) const;
    /// Without blank ones at the end; the headings count.
    std::size_t rows_used() const;
};

struct Book {
    std::string file; ///< as messages name it
    std::vector<BookSheet> sheets;

    const BookSheet* find(const std::string& name) const;
};

/// `E5`.
std::string cell_name(std::size_t row, std::size_t column);
/// `bok.xlsx, Flyt!E5`, as messages name a cell.
Position cell_position(const Book& book, const BookSheet& sheet, std::size_t row, std::size_t column);

} // namespace framsyn::app
