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
constexpr double line_height = 15.0;
constexpr std::size_t narrowest = 9; // letters
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
    lxw_format* tenths = nullptr;
    lxw_format* words = nullptr;      ///< beside a column of numbers
    lxw_format* long_words = nullptr; ///< on several lines
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
        heading_ = heading_format();
        number_heading_ = heading_format();
        format_set_align(number_heading_, LXW_ALIGN_RIGHT);
        words_heading_ = heading_format();
        format_set_indent(words_heading_, 1);
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
        set_up_print(sheet);
    }

    void add_table(const Sheet& table) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, table.name.c_str());
        for (std::size_t line = 0; line < table.lead.size(); ++line) {
            worksheet_write_string(sheet, static_cast<lxw_row_t>(line), 0, table.lead[line].c_str(),
                                   line == 0 ? title_ : nullptr);
        }
        const auto top = static_cast<lxw_row_t>(table.lead.size());
        worksheet_set_row(sheet, top, heading_height, nullptr);
        const std::vector<bool> numbers = columns_of_numbers(table);
        // Numbers end where the next column begins: its words stand a little away from them.
        const auto is_after_numbers = [&](std::size_t c) { return c > 0 && !numbers[c] && numbers[c - 1]; };
        double width = 0.0;
        for (std::size_t c = 0; c < table.headings.size(); ++c) {
            lxw_format* heading = numbers[c] ? number_heading_ : is_after_numbers(c) ? words_heading_ : heading_;
            worksheet_write_string(sheet, top, static_cast<lxw_col_t>(c), table.headings[c].c_str(), heading);
            worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), width_of(table, c),
                                 nullptr);
            width += width_of(table, c);
        }
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const RowFormats& formats = table.faint.at(r) ? faint_ : ordinary_;
            if (const double lines = lines_of(table.rows[r]); lines > 1.0)
                worksheet_set_row(sheet, top + static_cast<lxw_row_t>(r + 1), lines * line_height, nullptr);
            for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
                RowFormats here = formats;
                if (is_after_numbers(c)) here.text = formats.words;
                if (is_longer_than_column(table.rows[r][c])) here.text = formats.long_words;
                write_cell(sheet, top + static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), table.rows[r][c],
                           table.forms.at(c), here);
            }
        }
        worksheet_freeze_panes(sheet, top + 1, 0);
        if (!table.rows.empty()) {
            worksheet_autofilter(sheet, top, 0, top + static_cast<lxw_row_t>(table.rows.size()),
                                 static_cast<lxw_col_t>(table.headings.size() - 1));
        }
        set_up_print(sheet);
        worksheet_repeat_rows(sheet, top, top);
        if (width > widest_page) {
            worksheet_fit_to_pages(sheet, 2, 0);
            worksheet_repeat_columns(sheet, 0, 1);
        }
        print_first_rows(sheet, table, top);
        add_charts(table, top);
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
    static constexpr lxw_row_t most_printed = 60;
    static constexpr std::size_t charts_across = 2;
    static constexpr double widest_page = 260.0; // letters: on one page across more would be below six points

    /// Of each column whether most that stands there are numbers.
    static std::vector<bool> columns_of_numbers(const Sheet& table) {
        std::vector<bool> found;
        for (std::size_t c = 0; c < table.headings.size(); ++c) {
            std::size_t numbers = 0, words = 0;
            for (const TypedRow& row : table.rows) {
                const std::string* text = std::get_if<std::string>(&row[c]);
                (text ? words : numbers) += !text || !text->empty() ? 1U : 0U;
            }
            found.push_back(numbers > words);
        }
        return found;
    }
    /// How many lines the longest of a row's words take; a line breaks between words, so it is a little less than full.
    static double lines_of(const TypedRow& row) {
        constexpr double filled = 0.8;
        double most = 1.0;
        for (const TypedCell& cell : row) {
            if (!is_longer_than_column(cell)) continue;
            const auto length = static_cast<double>(letters(std::get<std::string>(cell)));
            most = std::max(most, std::ceil(length / (filled * static_cast<double>(widest))));
        }
        return most;
    }
    static bool is_longer_than_column(const TypedCell& cell) {
        const std::string* text = std::get_if<std::string>(&cell);
        return text && letters(*text) + 2 > widest;
    }

    lxw_format* heading_format() const {
        lxw_format* made = workbook_add_format(book_);
        format_set_bold(made);
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_bottom(made, LXW_BORDER_THIN);
        return made;
    }

    static void set_up_print(lxw_worksheet* sheet) {
        constexpr std::uint8_t a4 = 9;
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, a4);
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.5);
        worksheet_set_footer(sheet, "&L&A&RSide &P / &N");
    }

    /// Of a table that would fill many pages the first rows, and at the foot that there are more.
    static void print_first_rows(lxw_worksheet* sheet, const Sheet& table, lxw_row_t top) {
        if (table.part_printed.empty() || table.rows.size() <= most_printed) return;
        worksheet_print_area(sheet, 0, 0, top + most_printed, static_cast<lxw_col_t>(table.headings.size() - 1));
        const std::string foot = "&L&A&C" +
                                 fmt::format(fmt::runtime(table.part_printed), most_printed, table.rows.size()) +
                                 "&RSide &P / &N";
        worksheet_set_footer(sheet, foot.c_str());
    }

    /// Charts side by side on a sheet of their own, one page wide.
    void add_charts(const Sheet& table, lxw_row_t top) {
        if (table.charts.empty()) return;
        lxw_worksheet* sheet = workbook_add_worksheet(book_, table.charts_name.c_str());
        constexpr lxw_row_t rows_of_a_chart = 18;
        constexpr lxw_col_t columns_of_a_chart = 10;
        for (std::size_t c = 0; c < table.charts.size(); ++c) {
            lxw_chart* chart = chart_of(table, table.charts[c], top);
            lxw_chart_options options{};
            options.x_scale = 1.3;
            options.y_scale = 1.2;
            worksheet_insert_chart_opt(sheet, static_cast<lxw_row_t>(c / charts_across) * rows_of_a_chart,
                                       static_cast<lxw_col_t>(c % charts_across) * columns_of_a_chart, chart, &options);
        }
        set_up_print(sheet);
    }

    lxw_chart* chart_of(const Sheet& table, const SheetChart& made, lxw_row_t top) {
        lxw_chart* chart = workbook_add_chart(book_, LXW_CHART_LINE);
        chart_title_set_name(chart, made.title.c_str());
        lxw_chart_font small{};
        small.size = 11;
        chart_title_set_name_font(chart, &small);
        for (const ChartLine& line : made.lines) {
            lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
            const auto first = top + 1 + static_cast<lxw_row_t>(line.first);
            const auto last = top + 1 + static_cast<lxw_row_t>(line.last);
            const auto years = static_cast<lxw_col_t>(line.years);
            const auto numbers = static_cast<lxw_col_t>(line.numbers);
            chart_series_set_name(series, line.name.c_str());
            chart_series_set_categories(series, table.name.c_str(), first, years, last, years);
            chart_series_set_values(series, table.name.c_str(), first, numbers, last, numbers);
        }
        chart_axis_set_name(chart->y_axis, made.axis.c_str());
        chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
        chart_axis_set_interval_unit(chart->x_axis, 4);
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
        return chart;
    }

    RowFormats row_formats(bool faint) {
        const auto format = [&](const char* number) {
            lxw_format* made = workbook_add_format(book_);
            if (number) format_set_num_format(made, number);
            format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
            if (faint) {
                format_set_italic(made);
                format_set_font_color(made, 0x767676); // readable on white (4.5 : 1)
            }
            return made;
        };
        lxw_format* words = format(nullptr);
        format_set_indent(words, 1);
        lxw_format* long_words = format(nullptr);
        format_set_indent(long_words, 1);
        format_set_text_wrap(long_words);
        return {format(nullptr), format("0.00"), format("0.0 %"), format("yyyy-mm-dd"),
                format("0.0"),   words,          long_words};
    }

    /// Wide enough for the longest cell, the heading on three lines and each of its words whole.
    static double width_of(const Sheet& table, std::size_t column) {
        const std::string& heading = table.headings[column];
        std::size_t longest = std::max(narrowest, letters(heading) / 3 + 4);
        for (std::size_t begin = 0; begin < heading.size();) {
            const std::size_t end = std::min(heading.find(' ', begin), heading.size());
            longest = std::max(longest, letters(heading.substr(begin, end - begin)) + 3); // bold
            begin = end + 1;
        }
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
        if (form == NumberForm::tenths) decimals = formats.tenths;
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
    lxw_format* number_heading_ = nullptr;
    lxw_format* words_heading_ = nullptr;
    lxw_format* wrapped_ = nullptr;
    lxw_format* link_ = nullptr;
};

} // namespace

void write_workbook(const std::string& path, const FrontSheet& front, const std::vector<Sheet>& sheets,
                    const Sheet* opens) {
    const std::string partial = path + ".partial";
    Unfinished presence(removal_of(partial));
    Workbook book(partial);
    book.set_properties(front.title);
    if (opens) book.add_table(*opens);
    book.add_front(front, sheets);
    for (const Sheet& sheet : sheets) book.add_table(sheet);
    book.close(path);
    const auto still = nothing_undone();
    if (std::rename(partial.c_str(), path.c_str()) != 0) throw WriteFailed(path, errno);
    presence.done();
}

} // namespace framsyn::app
