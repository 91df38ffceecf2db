#include "app/ground/delimited_text.hpp"

#include <algorithm>

namespace framsyn::app {
namespace {

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos || text == "\xC2\xA0";
}

} // namespace

bool Record::blank() const {
    return std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return is_blank(cell.text); });
}

void Record::drop_blank_end(std::size_t cells_kept) {
    while (cells.size() > cells_kept && is_blank(cells.back().text)) cells.pop_back();
}

std::optional<char> delimiter_line(std::string_view text) {
    text = text.substr(0, text.find_first_of("\r\n"));
    if (text.size() > 1 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    constexpr std::string_view begins = "sep=";
    constexpr std::string_view begins_large = "SEP=";
    if (text.size() != begins.size() + 1 || (!text.starts_with(begins) && !text.starts_with(begins_large)))
        return std::nullopt;
    return text.back();
}

bool is_delimiter_line(const Record& record, std::string_view text) {
    return record.line == 1 && delimiter_line(text);
}

std::string_view after_byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.substr(text.starts_with(mark) ? mark.size() : 0);
}

void RecordScanner::step() {
    const char letter = text_[at_++];
    if (letter == '\n') {
        ++line_;
        column_ = 1;
    } else if ((static_cast<unsigned char>(letter) & 0xC0) != 0x80) { // UTF-8's following bytes are part of a character
        ++column_;
    }
}

void RecordScanner::read_cell(std::string& out) {
    out.clear();
    if (at_ < text_.size() && text_[at_] == '"') {
        const int line = line_;
        const int column = column_;
        bool closed = false;
        step();
        while (at_ < text_.size() && !closed) {
            if (text_[at_] == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                out += '"';
                step();
                step();
            } else if (text_[at_] == '"') {
                closed = true;
                step();
            } else {
                out += text_[at_];
                step();
            }
        }
        if (!closed && unclosed_line_ == 0) {
            unclosed_line_ = line;
            unclosed_column_ = column;
        }
    }
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r') {
        out += text_[at_];
        step();
    }
}

bool RecordScanner::next(Record& record) {
    if (at_ >= text_.size()) return false;
    record.line = line_;
    std::size_t cells = 0;
    while (true) {
        if (cells == record.cells.size()) record.cells.emplace_back();
        Record::Cell& cell = record.cells[cells++];
        cell.column = column_;
        read_cell(cell.text);
        if (at_ >= text_.size() || text_[at_] != delimiter_) break;
        step();
    }
    record.cells.resize(cells);
    if (at_ < text_.size() && text_[at_] == '\r') step();
    if (at_ < text_.size() && text_[at_] == '\n') {
        step();
    } else if (at_ < text_.size()) { // a lone carriage return ends a line too
        ++line_;
        column_ = 1;
    }
    return true;
}

} // namespace framsyn::app
