#include "app/workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace framsyn::app {
namespace {

/// Splits one of our own tables; it is known to be sound.
std::vector<std::vector<std::string>> cells_of_table(const std::string& text) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (quoted) {
            if (letter == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                rows.back().back() += text[++i];
            } else if (letter == '"') {
                quoted = false;
            } else {
                rows.back().back() += letter;
            }
        } else if (letter == '"') {
            quoted = true;
        } else if (letter == ',') {
            rows.back().emplace_back();
        } else if (letter == '\n') {
            rows.push_back({""});
        } else {
            rows.back().back() += letter;
        }
    }
    rows.pop_back();
    return rows;
}

class Workbook {
  public:
    explicit Workbook(const std::string& path) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_FALSE;
        book_ = workbook_new_opt(path.c_str(), &options);
        if (!book_) throw std::runtime_error(path + ": cannot make a workbook");
        decimals_ = workbook_add_format(book_);
        format_set_num_format(decimals_, "0.00");
        share_ = workbook_add_format(book_);
        format_set_num_format(share_, "0.0 %");
        bold_ = workbook_add_format(book_);
        format_set_bold(bold_);
    }
    Workbook(const Workbook&) = delete;
    Workbook(Workbook&&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    Workbook& operator=(Workbook&&) = delete;
    ~Workbook() {
        if (book_) workbook_close(book_);
    }

    void set_properties(const std::string& title) {
        lxw_doc_properties properties{};
        std::string title_bytes = title; // the library asks for writable text
        std::string author = "Framsyn";
        properties.title = title_bytes.data();
        properties.author = author.data();
        properties.created = 1704067200; // a fixed moment (2024-01-01): the file must be the same in every run
        workbook_set_properties(book_, &properties);
    }

    void add_front_sheet(const std::string& name, const std::string& title,
                         const std::vector<std::pair<std::string, std::string>>& contents) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
        worksheet_write_string(sheet, 0, 0, title.c_str(), bold_);
        lxw_row_t row = 2;
        for (const auto& [sheet_name, file] : contents) {
            worksheet_write_string(sheet, row, 0, sheet_name.c_str(), nullptr);
            worksheet_write_string(sheet, row, 1, file.c_str(), nullptr);
            ++row;
        }
        worksheet_set_column(sheet, 0, 1, 40, nullptr);
    }

    void add_table(const std::string& name, const std::vector<std::vector<std::string>>& rows) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
        for (std::size_t r = 0; r < rows.size(); ++r) {
            for (std::size_t c = 0; c < rows[r].size(); ++c) {
                write_cell(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), rows[r][c], r == 0, rows[0][c]);
            }
        }
        worksheet_freeze_panes(sheet, 1, 0);
        if (rows.size() > 1) {
            worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rows.size() - 1),
                                 static_cast<lxw_col_t>(rows[0].size() - 1));
        }
        worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(rows[0].size() - 1), 14, nullptr);
    }

    void close(const std::string& path) {
        const lxw_error error = workbook_close(book_);
        book_ = nullptr;
        if (error != LXW_NO_ERROR) throw std::runtime_error(path + ": " + lxw_strerror(error));
    }

  private:
    /// How a number is shown; the cell keeps all of its digits. Whole numbers (years, beds, counts) as they are.
    lxw_format* format_of(const std::string& column, double number) const {
        if (column == "p_shortage" || column == "p_worse" || column == "utilisation") return share_;
        return number == std::floor(number) ? nullptr : decimals_;
    }

    void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, bool header,
                    const std::string& column_name) {
        double number = 0.0;
        const char* end = text.data() + text.size();
        const auto [rest, error] = std::from_chars(text.data(), end, number);
        if (!header && !text.empty() && error == std::errc() && rest == end) {
            worksheet_write_number(sheet, row, column, number, format_of(column_name, number));
        } else if (!text.empty()) {
            worksheet_write_string(sheet, row, column, text.c_str(), header ? bold_ : nullptr);
        }
    }

    lxw_workbook* book_ = nullptr;
    lxw_format* bold_ = nullptr;
    lxw_format* decimals_ = nullptr;
    lxw_format* share_ = nullptr;
};

} // namespace

void write_workbook(const std::string& path, const Text& title, const std::vector<Sheet>& sheets,
                    const std::vector<ResultFile>& tables, Language language) {
    Workbook book(path);
    book.set_properties(title.in(language));
    std::vector<std::pair<std::string, std::string>> contents;
    std::vector<const ResultFile*> found;
    for (const Sheet& sheet : sheets) {
        const auto table =
            std::find_if(tables.begin(), tables.end(), [&](const ResultFile& file) { return file.name == sheet.file; });
        found.push_back(table == tables.end() ? nullptr : &*table);
        if (found.back()) contents.emplace_back(sheet.name.in(language), sheet.file);
    }
    book.add_front_sheet(language == Language::nb ? "Les meg" : "Read me", title.in(language), contents);
    for (std::size_t s = 0; s < sheets.size(); ++s) {
        if (found[s]) book.add_table(sheets[s].name.in(language), cells_of_table(found[s]->content));
    }
    book.close(path);
}

} // namespace framsyn::app
