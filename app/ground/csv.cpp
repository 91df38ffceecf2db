#include "app/ground/csv.hpp"

#include "app/ground/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace framsyn::app {
namespace {

/// Walks through CSV text, one record at a time.
class Scanner {
  public:
    explicit Scanner(const std::string& text) : text_(text) {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3; // a byte-order mark, as spreadsheets write it
        const std::string header = text_.substr(at_, std::min(text_.find('\n'), text_.size()) - at_);
        if (header.find(',') != std::string::npos) return;
        for (const char other : {';', '\t'}) {
            if (header.find(other) != std::string::npos) separator_ = other;
        }
    }

    char separator() const { return separator_; }

    bool done() const { return at_ >= text_.size(); }
    int line() const { return line_; }

    /// The cells of the next record, each with the column it starts at.
    std::vector<std::pair<std::string, int>> record() {
        std::vector<std::pair<std::string, int>> cells;
        const std::size_t line_begin = at_;
        while (true) {
            const int column = static_cast<int>(at_ - line_begin) + 1;
            cells.emplace_back(cell(), column);
            if (done() || text_[at_] != separator_) break;
            ++at_;
        }
        if (!done() && text_[at_] == '\r') ++at_;
        if (!done() && text_[at_] == '\n') ++at_;
        ++line_;
        return cells;
    }

  private:
    std::string cell() {
        std::string out;
        if (!done() && text_[at_] == '"') {
            for (++at_; !done(); ++at_) {
                if (text_[at_] != '"') {
                    out += text_[at_];
                } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                    out += text_[++at_];
                } else {
                    ++at_;
                    break;
                }
            }
        }
        while (!done() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') out += text_[at_++];
        return out;
    }

    const std::string& text_;
    std::size_t at_ = 0;
    int line_ = 1;
    char separator_ = ',';
};

bool is_utf16(const std::string& text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

} // namespace

CsvTable::CsvTable(const std::string& text, const std::string& file, const std::vector<std::string>& columns,
                   Problems& problems)
    : file_(file), columns_(columns) {
    if (is_utf16(text)) {
        problems.add({file, 1, 1}, {"filen er lagret som UTF-16; lagre den som CSV UTF-8",
                                    "the file is saved as UTF-16; save it as CSV UTF-8"});
        return;
    }
    Scanner scanner(text);
    decimal_comma_ = scanner.separator() != ',';
    std::vector<std::string> header;
    if (!scanner.done()) {
        for (auto& [name, column] : scanner.record()) header.push_back(std::move(name));
    }
    if (header != columns) {
        problems.add(
            {file, 1, 1},
            {fmt::format("fant kolonnene {}; ventet {}", fmt::join(header, ","), fmt::join(columns, ",")),
             fmt::format("found the columns {}; expected {}", fmt::join(header, ","), fmt::join(columns, ","))});
        return;
    }
    while (!scanner.done()) {
        const int line = scanner.line();
        Row row{line, {}};
        for (auto& [cell, column] : scanner.record()) row.fields.push_back({std::move(cell), column});
        if (row.fields.size() == 1 && row.fields[0].text.empty()) continue;
        if (row.fields.size() != columns.size()) {
            problems.add({file, line, 1},
                         {fmt::format("raden har {} celler; ventet {}", row.fields.size(), columns.size()),
                          fmt::format("the row has {} cells; expected {}", row.fields.size(), columns.size())});
            continue;
        }
        rows_.push_back(std::move(row));
    }
    if (rows_.empty()) problems.add({file, 1, 1}, {"tabellen er tom", "the table is empty"});
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
                     {fmt::format("{}: fant «{}»; ventet et tall med desimal{}", columns_[column], cell(row, column),
                                  decimal_comma_ ? "komma" : "punktum"),
                      fmt::format("{}: found \"{}\"; expected a number with a decimal {}", columns_[column],
                                  cell(row, column), decimal_comma_ ? "comma" : "point")});
        return min;
    }
    const double number = read->value;
    if (number < min || number > max) {
        problems.add(at(row, column),
                     {fmt::format("{}: {} er umulig; ventet {}–{}", columns_[column], text, min, max),
                      fmt::format("{}: {} is impossible; expected {}–{}", columns_[column], text, min, max)});
        return min;
    }
    return number;
}

int CsvTable::whole(std::size_t row, std::size_t column, int min, int max, Problems& problems) const {
    const double found = number(row, column, min, max, problems);
    if (found != std::floor(found)) {
        problems.add(at(row, column),
                     {fmt::format("{}: {} er ikke et helt tall", columns_[column], cell(row, column)),
                      fmt::format("{}: {} is not a whole number", columns_[column], cell(row, column))});
    }
    return static_cast<int>(found);
}

std::size_t CsvTable::index(std::size_t row, std::size_t column, const std::vector<std::string>& names,
                            Problems& problems) const {
    const std::string& text = cell(row, column);
    const auto found = std::find(names.begin(), names.end(), text);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    const Text hint = did_you_mean(text, names);
    problems.add(at(row, column), {fmt::format("{}: fant «{}»; ventet en av {}{}", columns_[column], text,
                                               fmt::join(names, ", "), hint.nb),
                                   fmt::format("{}: found \"{}\"; expected one of {}{}", columns_[column], text,
                                               fmt::join(names, ", "), hint.en)});
    return 0;
}

} // namespace framsyn::app
