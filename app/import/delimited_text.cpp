#include "app/import/delimited_text.hpp"

namespace framsyn::app {

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
