#include "app/ground/tidy_table.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace framsyn::app {

TidyTable::TidyTable(std::string name, const std::vector<std::string>& columns) : name_(std::move(name)) {
    for (const std::string& column : columns) append(column);
    text_.back() = '\n';
}

void TidyTable::append(const std::string& cell) {
    if (cell.find_first_of(",\"\n\r") == std::string::npos) {
        text_ += cell;
    } else {
        text_ += '"';
        for (const char letter : cell) {
            if (letter == '"') text_ += '"';
            text_ += letter;
        }
        text_ += '"';
    }
    text_ += ',';
}

void TidyTable::append(double number) {
    if (!std::isnan(number)) fmt::format_to(std::back_inserter(text_), FMT_COMPILE("{}"), number == 0.0 ? 0.0 : number);
    text_ += ',';
}

void TidyTable::append(int number) {
    fmt::format_to(std::back_inserter(text_), FMT_COMPILE("{},"), number);
}

} // namespace framsyn::app
