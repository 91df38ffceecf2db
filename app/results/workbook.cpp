#include "app/results/workbook.hpp"

#include "app/ground/failure.hpp"

#include "app/ground/disk/unfinished.hpp"
#include "app/ground/disk/write_failed.hpp"
#include <fmt/format.h>

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace framsyn::app {
namespace {

constexpr double heading_height = 48.0; // points: three lines
constexpr std::size_t narrowest = 9;    // letters
constexpr std::size_t widest = 48;

/// Letters, not bytes, of UTF-8 text.
std::size_t letters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Why the library couldn't write: nearly always the disk.
Text reason_of(lxw_error error) {
    if (error == LXW_ERROR_CREATING_XLSX_FILE || error == LXW_ERROR_CREATING_TMPFILE)
        return {"regnearket kan ikke skrives; er disken full, eller mangler det tilgang?",
                "the workbook can't be written; is the disk full, or is there no permission?"};
    return {fmt::format("regnearket kan ikke skrives (feil {})", static_cast<int>(error)),
            fmt::format("the workbook can't be written: {}", lxw_strerror(error))};
}

/// The formats of one kind of row.
struct RowFormats {
    lxw_format* text = nullptr;
    lxw_format* decimals = nullptr;
    lxw_format* share = nullptr;
    lxw_format* date = nullptr;
};

class Workbook {
  public:
    explicit Workbook(const std::string& path) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_FALSE;
        book_ = workbook_new_opt(path.c_str(), &options);
        if (!book_) throw Failure(path, {"kan ikke lage et regneark", "cannot make a workbook"});
        ordinary_ = row_formats(false);
        faint_ = row_formats(true);
        title_ = workbook_add_format(book_);
        format_set_bold(title_);
        format_set_font_size(title_, 16);
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
        format_set_text_wrap(heading_);
        format_set_align(heading_, LXW_ALIGN_VERTICAL_TOP);
        format_set_bottom(heading_, LXW_BORDER_THIN);
        wrapped_ = workbook_add_format(book_);
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
        link_ = workbook_get_default_url_format(book_);
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

    void add_front(const FrontSheet& front, const std::vector<Sheet>& sheets) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, front.name.c_str());
        lxw_row_t row = 0;
        worksheet_write_string(sheet, row++, 0, front.title.c_str(), title_);
        ++row;
        for (const auto& [what, value] : front.facts) {
            worksheet_write_string(sheet, row, 0, what.c_str(), wrapped_);
            worksheet_write_string(sheet, row++, 1, value.c_str(), wrapped_);
        }
        ++row;
        for (const std::string& line : front.reading) worksheet_write_string(sheet, row++, 1, line.c_str(), wrapped_);
        ++row;
        for (const Sheet& other : sheets) {
            const std::string target = "internal:'" + other.name + "'!A1";
            worksheet_write_url(sheet, row, 0, target.c_str(), link_);
            worksheet_write_string(sheet, row, 0, other.name.c_str(), link_);
            worksheet_write_string(sheet, row, 1, other.about.c_str(), wrapped_);
            worksheet_write_string(sheet, row++, 2, other.file.c_str(), wrapped_);
        }
        worksheet_set_column(sheet, 0, 0, 28, nullptr);
        worksheet_set_column(sheet, 1, 1, 90, nullptr);
        worksheet_set_column(sheet, 2, 2, 28, nullptr);
    }

    void add_table(const Sheet& table) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, table.name.c_str());
        worksheet_set_row(sheet, 0, heading_height, nullptr);
        for (std::size_t c = 0; c < table.headings.size(); ++c) {
            worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(c), table.headings[c].c_str(), heading_);
            worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), width_of(table, c),
                                 nullptr);
        }
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const RowFormats& formats = table.faint.at(r) ? faint_ : ordinary_;
            for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
                write_cell(sheet, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), table.rows[r][c],
                           table.forms.at(c), formats);
            }
        }
        worksheet_freeze_panes(sheet, 1, 0);
        if (!table.rows.empty()) {
            worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                                 static_cast<lxw_col_t>(table.headings.size() - 1));
        }
    }

    /// `path` is what a message calls it.
    void close(const std::string& path) {
        errno = 0;
        const lxw_error error = workbook_close(book_);
        const int reason = errno;
        book_ = nullptr;
        if (error == LXW_NO_ERROR) return;
        if (reason != 0) throw WriteFailed(path, reason);
        throw Failure(path, reason_of(error));
    }

  private:
    RowFormats row_formats(bool faint) {
        const auto format = [&](const char* number) {
            lxw_format* made = workbook_add_format(book_);
            if (number) format_set_num_format(made, number);
            if (faint) {
                format_set_italic(made);
                format_set_font_color(made, 0x767676); // readable on white (4.5 : 1)
            }
            return made;
        };
        return {format(nullptr), format("0.00"), format("0.0 %"), format("yyyy-mm-dd")};
    }

    /// Wide enough for the longest cell, or the heading on three lines.
    static double width_of(const Sheet& table, std::size_t column) {
        std::size_t longest = std::max(narrowest, letters(table.headings[column]) / 3 + 4);
        for (const TypedRow& row : table.rows) {
            if (const std::string* text = std::get_if<std::string>(&row[column]))
                longest = std::max(longest, letters(*text) + 2);
        }
        return static_cast<double>(std::min(longest, widest));
    }

    static bool is_date(const std::string& text, lxw_datetime& date) {
        const char* begin = text.data();
        const char* end = begin + text.size();
        const auto year = std::from_chars(begin, end, date.year);
        if (year.ec != std::errc() || year.ptr == end || *year.ptr != '-') return false;
        const auto month = std::from_chars(year.ptr + 1, end, date.month);
        if (month.ec != std::errc() || month.ptr == end || *month.ptr != '-') return false;
        const auto day = std::from_chars(month.ptr + 1, end, date.day);
        return day.ec == std::errc() && day.ptr == end;
    }

    static void write_number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double number, NumberForm form,
                             const RowFormats& formats) {
        if (std::isnan(number)) return;
        // Whole numbers (years, beds, counts) as they are.
        lxw_format* decimals = number == std::floor(number) ? formats.text : formats.decimals;
        worksheet_write_number(sheet, row, column, number, form == NumberForm::share ? formats.share : decimals);
    }

    static void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const TypedCell& cell,
                           NumberForm form, const RowFormats& formats) {
        lxw_datetime date{};
        if (const double* number = std::get_if<double>(&cell)) {
            write_number(sheet, row, column, *number, form, formats);
        } else if (const int* whole = std::get_if<int>(&cell)) {
            write_number(sheet, row, column, *whole, form, formats);
        } else if (const std::string& text = std::get<std::string>(cell);
                   form == NumberForm::date && is_date(text, date)) {
            worksheet_write_datetime(sheet, row, column, &date, formats.date);
        } else if (!text.empty()) {
            worksheet_write_string(sheet, row, column, text.c_str(), formats.text);
        }
    }

    lxw_workbook* book_ = nullptr;
    RowFormats ordinary_, faint_;
    lxw_format* title_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* wrapped_ = nullptr;
    lxw_format* link_ = nullptr;
};

} // namespace

void write_workbook(const std::string& path, const FrontSheet& front, const std::vector<Sheet>& sheets) {
    const std::string partial = path + ".partial";
    Unfinished presence(removal_of(partial));
    Workbook book(partial);
    book.set_properties(front.title);
    book.add_front(front, sheets);
    for (const Sheet& sheet : sheets) book.add_table(sheet);
    book.close(path);
    const auto still = nothing_undone();
    if (std::rename(partial.c_str(), path.c_str()) != 0) throw WriteFailed(path, errno);
    presence.done();
}

} // namespace framsyn::app
