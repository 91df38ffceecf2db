#include "app/ground/tidy_table.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <stdexcept>

namespace framsyn::app {

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char letter : text) {
        if (letter == '"') cell += '"';
        cell += letter;
    }
    return cell + '"';
}

TidyTable::TidyTable(std::string name, std::vector<ColumnForm> columns, bool keep)
    : name_(std::move(name)), columns_(std::move(columns)), keep_(keep) {
    for (const ColumnForm& column : columns_) text_ += csv_cell(column.name) + ',';
    text_.back() = '\n';
}

void TidyTable::append(const std::string& cell) {
    next(CellType::text);
    text_ += csv_cell(cell);
    text_ += ',';
    if (keep_) rows_.back().emplace_back(cell);
}

void TidyTable::append(double number) {
    next(CellType::number);
    if (!std::isnan(number)) fmt::format_to(std::back_inserter(text_), FMT_COMPILE("{}"), number == 0.0 ? 0.0 : number);
    text_ += ',';
    if (keep_) rows_.back().emplace_back(number);
}

void TidyTable::append(int number) {
    next(CellType::integer);
    fmt::format_to(std::back_inserter(text_), FMT_COMPILE("{},"), number);
    if (keep_) rows_.back().emplace_back(number);
}

void TidyTable::next(CellType type) {
    if (column_ >= columns_.size() || columns_[column_].type != type)
        throw std::logic_error(fmt::format("{}: cell {} of a row is not what its column holds", name_, column_ + 1));
    ++column_;
}

void TidyTable::end_row() {
    if (column_ != columns_.size()) throw std::logic_error(name_ + ": a row is too short");
    text_.back() = '\n';
}

} // namespace framsyn::app
