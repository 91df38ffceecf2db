#include "app/ground/csv.hpp"

#include "app/ground/encoding.hpp"
#include "app/ground/found_text.hpp"
#include "app/ground/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

constexpr std::string_view delimiters = ",;\t";

/// The first line with something in it, the row of headings.
std::string_view heading_line(std::string_view text) {
    if (delimiter_line(text)) text = text.substr(std::min(text.find_first_of("\r\n"), text.size()));
    const std::size_t begin = text.find_first_not_of(" \t\r\n,;\"");
    if (begin == std::string_view::npos) return "";
    const std::size_t line_end = text.find_last_of("\r\n", begin);
    text = text.substr(line_end == std::string_view::npos ? 0 : line_end + 1);
    return text.substr(0, text.find_first_of("\r\n"));
}

/// What the text's first line says, or the first of the usual delimiters that stands between the headings.
char delimiter_of(std::string_view text) {
    if (const std::optional<char> said = delimiter_line(text)) return *said;
    const std::string_view headings = heading_line(text);
    for (const char delimiter : delimiters) {
        if (headings.find(delimiter) != std::string_view::npos) return delimiter;
    }
    return ',';
}

std::vector<std::string> texts_of(const Record& record) {
    std::vector<std::string> texts;
    for (const Record::Cell& cell : record.cells) texts.push_back(cell.text);
    return texts;
}

/// Columns that stand between blanks, or another mark than a CSV file's.
bool are_between(const std::string& headings, const std::vector<std::string>& columns, std::string_view marks) {
    std::vector<std::string> words;
    std::size_t begin = headings.find_first_not_of(marks);
    while (begin != std::string::npos) {
        const std::size_t end = std::min(headings.find_first_of(marks, begin), headings.size());
        words.push_back(headings.substr(begin, end - begin));
        begin = headings.find_first_not_of(marks, end);
    }
    return words == columns;
}

Text delimiter_hint(const std::vector<std::string>& found, const std::vector<std::string>& columns) {
    if (found.size() != 1 || columns.size() < 2 || !are_between(found.front(), columns, " \t|:")) return {};
    return {"; kolonnene skal være skilt med komma, semikolon eller tabulator, ikke mellomrom eller andre tegn",
            "; columns are separated by commas, semicolons or tabs, not by blanks or other signs"};
}

} // namespace

std::vector<std::string> CsvTable::headings_of(const std::string& text) {
    const std::string_view content = after_byte_order_mark(text);
    RecordScanner scanner(content, delimiter_of(content));
    Record record;
    while (scanner.next(record)) {
        if (record.blank() || is_delimiter_line(record, content)) continue;
        record.drop_blank_end(1);
        return texts_of(record);
    }
    return {};
}

CsvTable::CsvTable(const std::string& text, const std::string& file, const std::vector<std::string>& columns,
                   Problems& problems)
    : file_(file), columns_(columns) {
    if (const std::optional<EncodingFault> fault = fault_in_encoding(text, file)) {
        problems.add(fault->at, fault->message);
        return;
    }
    read(after_byte_order_mark(text), problems);
}

void CsvTable::read(std::string_view text, Problems& problems) {
    const char delimiter = delimiter_of(text);
    decimal_comma_ = delimiter != ',';
    RecordScanner scanner(text, delimiter);
    Record record;
    bool has_header = false;
    while (scanner.next(record)) {
        if (record.blank() || is_delimiter_line(record, text)) continue;
        if (has_header) {
            read_row(record, problems);
            continue;
        }
        if (!check_header(record, problems)) return;
        has_header = true;
    }
    if (scanner.unclosed_line() > 0) {
        problems.add({file_, scanner.unclosed_line(), scanner.unclosed_column()},
                     {"anførselstegnet blir ikke lukket", "the quotation mark is never closed"});
    }
    if (rows_.empty()) problems.add({file_, 1, 1}, {"tabellen er tom", "the table is empty"});
}

bool CsvTable::check_header(const Record& header, Problems& problems) {
    header_line_ = header.line;
    Record shorter = header;
    shorter.drop_blank_end(columns_.size());
    const std::vector<std::string> found = texts_of(shorter);
    if (found == columns_) return true;
    const Text hint = delimiter_hint(found, columns_);
    const std::string all = shown(fmt::format("{}", fmt::join(found, ",")));
    problems.add(this->header(),
                 {fmt::format("fant kolonnene {}; ventet {}{}", all, fmt::join(columns_, ","), hint.nb),
                  fmt::format("found the columns {}; expected {}{}", all, fmt::join(columns_, ","), hint.en)});
    return false;
}

void CsvTable::read_row(Record& record, Problems& problems) {
    record.drop_blank_end(columns_.size());
    if (record.cells.size() != columns_.size()) {
        problems.add({file_, record.line, 1},
                     {fmt::format("raden har {} celler; ventet {}", record.cells.size(), columns_.size()),
                      fmt::format("the row has {} cells; expected {}", record.cells.size(), columns_.size())});
        return;
    }
    Row& row = rows_.emplace_back(Row{record.line, {}});
    for (const Record::Cell& cell : record.cells) row.fields.push_back({cell.text, cell.column});
}

Position CsvTable::at(std::size_t row, std::size_t column) const {
    return {file_, rows_[row].line, rows_[row].fields[column].column};
}

Position CsvTable::last_row_with(const std::vector<std::pair<std::size_t, std::string>>& cells) const {
    for (std::size_t row = rows(); row-- > 0;) {
        const bool all = std::all_of(cells.begin(), cells.end(),
                                     [&](const auto& wanted) { return cell(row, wanted.first) == wanted.second; });
        if (all) return at(row, 0);
    }
    return header();
}

double CsvTable::number(std::size_t row, std::size_t column, double min, double max, Problems& problems) const {
    std::string text = cell(row, column);
    if (const std::size_t comma = text.find(','); decimal_comma_ && comma != std::string::npos) text[comma] = '.';
    const std::optional<LeadingNumber> read = leading_number(text);
    // Beside decimal commas a point may stand for thousands: 26.206 must not be read as 26.
    const bool point = decimal_comma_ && cell(row, column).find('.') != std::string::npos;
    if (!read || !read->rest.empty() || point) {
        problems.add(at(row, column),
                     {fmt::format("{}: fant «{}»; ventet et tall med desimal{}", columns_[column],
                                  shown(cell(row, column)), decimal_comma_ ? "komma" : "punktum"),
                      fmt::format("{}: found \"{}\"; expected a number with a decimal {}", columns_[column],
                                  shown(cell(row, column)), decimal_comma_ ? "comma" : "point")});
        return min;
    }
    const double number = read->value;
    if (number < min || number > max) {
        problems.add(at(row, column),
                     {fmt::format("{}: {} er umulig; ventet {}–{}", columns_[column], shown(text), min, max),
                      fmt::format("{}: {} is impossible; expected {}–{}", columns_[column], shown(text), min, max)});
        return min;
    }
    return number;
}

int CsvTable::whole(std::size_t row, std::size_t column, int min, int max, Problems& problems) const {
    const double found = number(row, column, min, max, problems);
    if (found != std::floor(found)) {
        problems.add(at(row, column),
                     {fmt::format("{}: {} er ikke et helt tall", columns_[column], shown(cell(row, column))),
                      fmt::format("{}: {} is not a whole number", columns_[column], shown(cell(row, column)))});
    }
    return static_cast<int>(found);
}

std::size_t CsvTable::index(std::size_t row, std::size_t column, const std::vector<std::string>& names,
                            Problems& problems) const {
    const std::string& text = cell(row, column);
    const auto found = std::find(names.begin(), names.end(), text);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    const Text hint = did_you_mean(text, names);
    problems.add(at(row, column), {fmt::format("{}: fant «{}»; ventet en av {}{}", columns_[column], shown(text),
                                               fmt::join(names, ", "), hint.nb),
                                   fmt::format("{}: found \"{}\"; expected one of {}{}", columns_[column], shown(text),
                                               fmt::join(names, ", "), hint.en)});
    return 0;
}

} // namespace framsyn::app
