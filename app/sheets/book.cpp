#include "app/sheets/book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace framsyn::app {

BookCell BookCell::of(double number) {
    BookCell cell;
    cell.kind = Kind::number;
    cell.number = number;
    return cell;
}

BookCell BookCell::of(std::string text) {
    BookCell cell;
    if (text.empty()) return cell;
    cell.kind = Kind::text;
    cell.text = std::move(text);
    return cell;
}

BookCell BookCell::of(const Date& date) {
    BookCell cell;
    cell.kind = Kind::date;
    cell.date = date;
    return cell;
}

bool BookCell::same(const BookCell& other) const {
    if (kind != other.kind) return false;
    switch (kind) {
    case Kind::empty:
        return true;
    case Kind::number:
    case Kind::flag: {
        constexpr double kept = 1e-12;
        return std::abs(number - other.number) <= kept * std::max(std::abs(number), std::abs(other.number));
    }
    case Kind::text:
    case Kind::fault:
        return text == other.text;
    case Kind::date:
        return date == other.date;
    }
    return false;
}

std::string BookCell::printed() const {
    switch (kind) {
    case Kind::empty:
        return "";
    case Kind::number:
        return fmt::format("{}", number);
    case Kind::flag:
        return number != 0.0 ? "TRUE" : "FALSE";
    case Kind::text:
    case Kind::fault:
        return text;
    case Kind::date:
        return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    }
    return "";
}

const BookCell& BookSheet::at(std::size_t row, std::size_t column) const {
    static const BookCell nothing;
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : nothing;
}

std::size_t BookSheet::width() const {
    std::size_t widest = 0;
    for (const std::vector<BookCell>& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (!row[column].empty()) widest = std::max(widest, column + 1);
        }
    }
    return widest;
}

bool BookSheet::is_blank(std::size_t row) const {
    return std::all_of(rows[row].begin(), rows[row].end(), [](const BookCell& cell) { return cell.empty(); });
}

std::size_t BookSheet::rows_used() const {
    std::size_t used = rows.size();
    while (used > 1 && is_blank(used - 1)) --used;
    return used;
}

const BookSheet* Book::find(const std::string& name) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const BookSheet& sheet) { return sheet.name == name; });
    return found == sheets.end() ? nullptr : &*found;
}

std::string cell_name(std::size_t row, std::size_t column) {
    constexpr std::size_t letters = 26;
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / letters)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
    return name + fmt::format("{}", row + 1);
}

Position cell_position(const Book& book, const BookSheet& sheet, std::size_t row, std::size_t column) {
    return {book.file + ", " + sheet.name + "!" + cell_name(row, column), 0, 0};
}

} // namespace framsyn::app
