#include "app/spreadsheet/write_plan.hpp"

#include "app/ground/disk/unfinished.hpp"
#include "app/ground/disk/write_failed.hpp"
#include "app/ground/failure.hpp"

#include <fmt/format.h>

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace framsyn::app {
namespace {

constexpr std::size_t empty_rows_for_actions = 20;
constexpr lxw_color_t colour_of_changeable = 0xFFF8DC;

class PlanWriter {
  public:
    PlanWriter(const std::string& path, Language language) : nb_(language == Language::nb), language_(language) {
        lxw_workbook_options options{};
        book_ = workbook_new_opt(path.c_str(), &options);
        if (!book_) throw Failure(path, {"kan ikke lage et regneark", "cannot make a workbook"});
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
        format_set_text_wrap(heading_);
        format_set_align(heading_, LXW_ALIGN_VERTICAL_TOP);
        format_set_bottom(heading_, LXW_BORDER_THIN);
        title_ = workbook_add_format(book_);
        format_set_bold(title_);
        format_set_font_size(title_, 16);
        wrapped_ = workbook_add_format(book_);
        format_set_text_wrap(wrapped_);
        changeable_ = workbook_add_format(book_);
        format_set_bg_color(changeable_, colour_of_changeable);
        date_ = workbook_add_format(book_);
        format_set_bg_color(date_, colour_of_changeable);
        format_set_num_format(date_, "yyyy-mm-dd");
    }
    PlanWriter(const PlanWriter&) = delete;
    PlanWriter(PlanWriter&&) = delete;
    PlanWriter& operator=(const PlanWriter&) = delete;
    PlanWriter& operator=(PlanWriter&&) = delete;
    ~PlanWriter() {
        if (book_) workbook_close(book_);
    }

    void add_front(const std::string& title, const std::string& scenario) {
        lxw_doc_properties properties{};
        std::string title_bytes = title;
        std::string author = "Framsyn";
        properties.title = title_bytes.data();
        properties.author = author.data();
        properties.created = 1704067200; // a fixed moment (2024-01-01): the file must be the same in every run
        workbook_set_properties(book_, &properties);
        lxw_worksheet* sheet = workbook_add_worksheet(book_, nb_ ? "Les dette" : "Read this");
        worksheet_set_column(sheet, 0, 0, 110, nullptr);
        lxw_row_t row = 0;
        worksheet_write_string(sheet, row++, 0, title.c_str(), title_);
        for (const std::string& line : reading(scenario))
            worksheet_write_string(sheet, ++row, 0, line.c_str(), wrapped_);
        worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0);
    }

    void add_sheet(const PlanSheet& plan) {
        lxw_worksheet* sheet = workbook_add_worksheet(book_, plan.name.in(language_).c_str());
        worksheet_set_row(sheet, 0, 45.0, nullptr);
        for (std::size_t column = 0; column < plan.columns.size(); ++column) {
            const auto c = static_cast<lxw_col_t>(column);
            worksheet_write_string(sheet, 0, c, plan.columns[column].heading.in(language_).c_str(), heading_);
            worksheet_set_column(sheet, c, c, width_of(plan, column), nullptr);
        }
        for (std::size_t row = 0; row < plan.rows.size(); ++row) {
            for (std::size_t column = 0; column < plan.columns.size(); ++column)
                write(sheet, row + 1, column, plan.rows[row][column], plan.columns[column].may_change);
        }
        if (plan.kind == PlanSheet::Kind::actions) add_empty_rows(sheet, plan);
        worksheet_freeze_panes(sheet, 1, 1);
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9); // A4
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_repeat_rows(sheet, 0, 0);
    }

    void close(const std::string& path) {
        errno = 0;
        const lxw_error error = workbook_close(book_);
        const int reason = errno;
        book_ = nullptr;
        if (error == LXW_NO_ERROR) return;
        if (reason != 0) throw WriteFailed(path, reason);
        throw Failure(path, {"regnearket kan ikke skrives", "the workbook can't be written"});
    }

  private:
    std::vector<std::string> reading(const std::string& scenario) const {
        std::vector<std::string> lines;
        const auto say = [&](const char* nb, const char* en) { lines.emplace_back(nb_ ? nb : en); };
        lines.push_back(
            nb_ ? fmt::format("Scenarioet {} som ark. Endre de gule cellene, lagre som .xlsx, og kjør:", scenario)
                : fmt::format("The scenario {} as sheets. Change the yellow cells, save as .xlsx, and run:", scenario));
        lines.push_back(fmt::format("    framsyn import xlsx {} --extends {} --out {}", nb_ ? "FILEN" : "THE-FILE",
                                    scenario, nb_ ? "mitt-hva-om.toml" : "my-what-if.toml"));
        say("Det du har endret, og bare det, blir et «hva om» på toppen av scenarioet. Ingen endring gir ingen tiltak.",
            "What you have changed, and only that, becomes a what-if on top of the scenario. No change gives no "
            "action.");
        say("Plasser: bemannede plasser 31. desember. Et tall gjelder hele året; samme endring flere år på rad er ett "
            "tiltak.",
            "Beds: staffed on 31 December. A number holds for the whole year; the same change some years running is "
            "one action.");
        say("Tiltak: en rad er et tiltak. Nye skrives på de tomme radene; id, kind og date må med "
            "(docs/scenario-format.md).",
            "Actions: a row is one. New ones go on the empty rows, with id, kind and date (docs/scenario-format.md).");
        say("Andre celler, overskrifter, arknavn og rader må stå som de er. Formler leses som tallet de viser.",
            "Other cells, headings, sheets' names and rows must stay as they are. Formulas are read as the number they "
            "show.");
        return lines;
    }

    static double width_of(const PlanSheet& plan, std::size_t column) {
        std::size_t longest = plan.columns[column].part == CellPart::beds ? 6 : 14;
        for (const auto& row : plan.rows) {
            if (row[column].kind == BookCell::Kind::text) longest = std::max(longest, row[column].text.size() + 1);
        }
        constexpr std::size_t widest = 40;
        return static_cast<double>(std::min(longest, widest));
    }

    void write(lxw_worksheet* sheet, std::size_t row, std::size_t column, const BookCell& cell, bool may_change) {
        const auto r = static_cast<lxw_row_t>(row);
        const auto c = static_cast<lxw_col_t>(column);
        lxw_format* format = may_change ? changeable_ : nullptr;
        switch (cell.kind) {
        case BookCell::Kind::number:
        case BookCell::Kind::flag:
            worksheet_write_number(sheet, r, c, cell.number, format);
            break;
        case BookCell::Kind::text:
        case BookCell::Kind::fault:
            worksheet_write_string(sheet, r, c, cell.text.c_str(), format);
            break;
        case BookCell::Kind::date: {
            lxw_datetime date{};
            date.year = cell.date.year;
            date.month = cell.date.month;
            date.day = cell.date.day;
            worksheet_write_datetime(sheet, r, c, &date, date_);
            break;
        }
        case BookCell::Kind::empty:
            if (may_change) worksheet_write_blank(sheet, r, c, format);
            break;
        }
    }

    /// Rows to write in, dates with the form of dates.
    void add_empty_rows(lxw_worksheet* sheet, const PlanSheet& plan) {
        for (std::size_t i = 0; i < empty_rows_for_actions; ++i) {
            const auto row = static_cast<lxw_row_t>(plan.rows.size() + 1 + i);
            for (std::size_t column = 0; column < plan.columns.size(); ++column) {
                const std::string& key = plan.columns[column].key;
                const bool is_date = key == "date" || key == "full_from" || key == "until";
                worksheet_write_blank(sheet, row, static_cast<lxw_col_t>(column), is_date ? date_ : changeable_);
            }
        }
    }

    bool nb_;
    Language language_;
    lxw_workbook* book_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* title_ = nullptr;
    lxw_format* wrapped_ = nullptr;
    lxw_format* changeable_ = nullptr;
    lxw_format* date_ = nullptr;
};

} // namespace

void write_plan(const std::string& path, const std::vector<PlanSheet>& sheets, const std::string& title,
                const std::string& scenario, Language language) {
    const std::string partial = path + ".partial";
    Unfinished presence(removal_of(partial));
    PlanWriter book(partial, language);
    book.add_front(title, scenario);
    for (const PlanSheet& sheet : sheets) book.add_sheet(sheet);
    book.close(path);
    const auto still = nothing_undone();
    if (std::rename(partial.c_str(), path.c_str()) != 0) throw WriteFailed(path, errno);
    presence.done();
}

} // namespace framsyn::app
