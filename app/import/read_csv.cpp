#include "app/import/read_csv.hpp"

#include "app/ground/delimited_text.hpp"
#include "app/ground/encoding.hpp"
#include "app/ground/found_text.hpp"
#include "app/import/meaning.hpp"
#include "app/import/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace framsyn::app {
namespace {

constexpr std::size_t index_of(Axis axis) {
    return static_cast<std::size_t>(axis);
}

/// A column of numbers and what its heading says of them, such as `Personer 2024`.
struct ValueColumn {
    std::size_t column = 0;
    std::array<std::optional<std::uint32_t>, axis_count> category;
};

/// What the heading says of the columns.
struct Layout {
    std::vector<std::optional<Axis>> axes; ///< of the columns to the left; none: a variable that we don't know
    std::vector<ValueColumn> values;
    std::size_t columns = 0;
};

/// Takes the longest run of words that `fits` out of them; empty if none does.
template <class Fits>
std::string take_words(std::vector<std::string>& words, const Fits& fits) {
    for (std::size_t length = words.size(); length > 0; --length) {
        for (std::size_t begin = 0; begin + length <= words.size(); ++begin) {
            const auto first = words.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto last = first + static_cast<std::ptrdiff_t>(length);
            const std::string text = fmt::format("{}", fmt::join(first, last, " "));
            if (!fits(Category{"", text})) continue;
            words.erase(first, last);
            return text;
        }
    }
    return "";
}

/// Reads the text of a CSV export, record by record, into a table.
class CsvReader {
  public:
    CsvReader(const std::string& text, const std::string& file, Problems& problems) : text_(text), problems_(problems) {
        table_.file = file;
    }

    StatbankTable read() && {
        const std::optional<char> said = delimiter_line(text_);
        for (const char delimiter : said ? std::string{*said} : std::string(";\t,")) {
            if (find_header(delimiter)) {
                decimal_comma_ = delimiter != ',';
                read_header();
                read_rows(delimiter);
                return std::move(table_);
            }
        }
        report_no_header();
        return std::move(table_);
    }

  private:
    static constexpr int most_lines_before = 30;

    /// A heading has `region` among its cells and begins with a variable's name; or with a column that is none, as
    /// statistics programs number their rows, but has other variables too.
    static bool is_heading(const Record& record) {
        std::size_t variables = 0;
        bool has_region = false;
        for (const Record::Cell& cell : record.cells) {
            const std::optional<Axis> axis = axis_named(cell.text);
            if (axis) ++variables;
            has_region = has_region || axis == Axis::region;
        }
        if (!has_region || record.cells.size() < 2) return false;
        return axis_named(record.cells[0].text) || (variables > 1 && table_number_in(record.cells[0].text).empty());
    }

    bool find_header(char delimiter) {
        RecordScanner scanner(text_, delimiter);
        std::string title;
        Position title_at;
        Record record;
        for (int i = 0; i < most_lines_before && scanner.next(record); ++i) {
            if (is_delimiter_line(record, text_)) continue;
            if (is_heading(record)) {
                header_ = record;
                header_.drop_blank_end(1);
                note_number(title, title_at);
                return true;
            }
            if (title.empty() && !record.blank()) {
                title = record.cells[0].text;
                title_at = {table_.file, record.line, record.cells[0].column};
            }
        }
        return false;
    }

    /// Perhaps the headings are there, but between other signs.
    void report_no_header() {
        for (const char delimiter : {' ', '|', ':'}) {
            RecordScanner scanner(text_, delimiter);
            Record record;
            for (int i = 0; i < most_lines_before && scanner.next(record); ++i) {
                const auto blank = [](const Record::Cell& cell) { return trimmed(cell.text).empty(); };
                record.cells.erase(std::remove_if(record.cells.begin(), record.cells.end(), blank), record.cells.end());
                if (record.cells.empty() || !axis_named(record.cells[0].text) || !is_heading(record)) continue;
                problems_.add({table_.file, record.line, 1},
                              {fmt::format("kolonnene er skilt med {}; ventet semikolon, tabulator eller komma",
                                           delimiter == ' ' ? "mellomrom" : fmt::format("«{}»", delimiter)),
                               fmt::format("the columns are separated by {}; expected semicolons, tabs or commas",
                                           delimiter == ' ' ? "blanks" : fmt::format("\"{}\"", delimiter))});
                return;
            }
        }
        problems_.add(
            {table_.file, 1, 1},
            {"finner ingen overskriftsrad; ventet kolonner som region, kjønn, alder og år, med region blant dem",
             "there is no row of headings; expected columns such as region, sex, age and year, region among them"});
    }

    void note_number(const std::string& title, const Position& at) {
        const std::string number = table_number_in(title);
        if (number.empty() || !table_.number.empty()) return;
        table_.number = number;
        table_.number_at = at;
    }

    void read_header() {
        std::size_t variables = 0;
        for (std::size_t i = 0; i < header_.cells.size(); ++i) {
            if (axis_named(header_.cells[i].text)) variables = i + 1;
        }
        layout_.columns = header_.cells.size();
        for (std::size_t i = 0; i < variables; ++i) read_variable(header_.cells[i]);
        for (std::size_t i = variables; i < header_.cells.size(); ++i) read_value_heading(i);
        for (const ValueColumn& value : layout_.values) check_heading(value);
        if (layout_.values.empty()) {
            problems_.add({table_.file, header_.line, 1}, {"ingen kolonne med tall til høyre for variablene",
                                                           "no column of numbers right of the variables"});
        }
    }

    void read_variable(const Record::Cell& cell) {
        const std::optional<Axis> axis = axis_named(cell.text);
        const Position at{table_.file, header_.line, cell.column};
        layout_.axes.push_back(axis);
        if (trimmed(cell.text).empty()) return; // numbers of rows, or nothing
        if (!axis) {
            problems_.add(at, {fmt::format("ukjent variabel «{}»; velg den bort i statistikkbanken", shown(cell.text)),
                               fmt::format("unknown variable \"{}\"; leave it out in the StatBank", shown(cell.text))});
        } else if (!table_.names[index_of(*axis)].empty()) {
            problems_.add(at, {fmt::format("variabelen «{}» står to ganger", shown(cell.text)),
                               fmt::format("the variable \"{}\" is there twice", shown(cell.text))});
        } else {
            table_.names[index_of(*axis)] = trimmed(cell.text);
        }
    }

    /// A heading over numbers holds what has no column of its own: `Personer 2024`, `Kvinner 2025`, `2026`; or the title.
    void read_value_heading(std::size_t column) {
        const std::string heading = trimmed(header_.cells[column].text);
        ValueColumn value{column, {}};
        note_number(heading, {table_.file, header_.line, header_.cells[column].column});
        std::vector<std::string> words =
            table_number_in(heading).empty() ? words_of(heading) : std::vector<std::string>{};
        const auto in_heading = [&](Axis axis) { return !in_columns(axis); };
        if (in_heading(Axis::year)) {
            const auto is_year = [](const Category& text) { return year_meaning(text) != 0; };
            name_part(value, Axis::year, "år", take_words(words, is_year));
        }
        if (in_heading(Axis::sex)) {
            const auto is_sex = [](const Category& text) {
                return text.label.find_first_of("0123456789") == std::string::npos && lowered(text.label) != "total" &&
                       lowered(text.label) != "i alt" && sex_meaning(text) != SexMeaning::unknown;
            };
            name_part(value, Axis::sex, "kjønn", take_words(words, is_sex));
        }
        if (in_heading(Axis::age)) {
            const auto is_age = [](const Category& text) {
                const AgeKind kind = age_meaning(text).kind;
                return kind != AgeKind::unknown && kind != AgeKind::group && !all_digits(text.label);
            };
            name_part(value, Axis::age, "alder", take_words(words, is_age));
        }
        const std::string rest = fmt::format("{}", fmt::join(words, " "));
        if (in_heading(Axis::contents) && !means_number(rest))
            name_part(value, Axis::contents, "statistikkvariabel", rest);
        layout_.values.push_back(value);
    }

    /// What statistics programs call a column of numbers; it says nothing of the contents.
    static bool means_number(const std::string& heading) {
        const std::string name = lowered(heading);
        return name == "value" || name == "values" || name == "verdi" || name == "antall" || name == "number";
    }

    /// What one heading names, every heading must name: otherwise a column would borrow another's year.
    void check_heading(const ValueColumn& value) {
        const Record::Cell& cell = header_.cells[value.column];
        for (std::size_t axis = 0; axis < axis_count; ++axis) {
            if (table_.categories[axis].empty() || value.category[axis] || in_columns(static_cast<Axis>(axis)))
                continue;
            problems_.add({table_.file, header_.line, cell.column},
                          {fmt::format("overskriften «{}» sier ikke {}", shown(cell.text), table_.names[axis]),
                           fmt::format("the heading \"{}\" does not say {}", shown(cell.text), table_.names[axis])});
        }
    }

    bool in_columns(Axis axis) const {
        return std::find(layout_.axes.begin(), layout_.axes.end(), axis) != layout_.axes.end();
    }

    void name_part(ValueColumn& value, Axis axis, const char* name, const std::string& text) {
        if (text.empty()) return;
        table_.names[index_of(axis)] = name;
        value.category[index_of(axis)] = category(axis, text);
    }

    std::uint32_t category(Axis axis, const std::string& text) {
        bool is_new = false;
        const std::uint32_t number = numbering_[index_of(axis)].of(text, is_new);
        if (is_new) table_.categories[index_of(axis)].push_back({"", trimmed(text)});
        return number;
    }

    void read_rows(char delimiter) {
        RecordScanner scanner(text_, delimiter);
        Record record;
        bool ended = false;
        while (scanner.next(record) && scanner.unclosed_line() == 0) {
            if (record.line <= header_.line || record.blank()) continue;
            record.drop_blank_end(layout_.columns);
            const bool numbers = record.cells.size() == layout_.columns && layout_.columns > 1;
            const bool text = std::all_of(record.cells.begin() + 1, record.cells.end(),
                                          [](const Record::Cell& cell) { return trimmed(cell.text).empty(); });
            if (is_heading(record) && numbers) {
                report_second_header(record);
                break;
            }
            if (ended) {
                if (numbers && whole_number(record.cells.back().text)) report_row_after_end(record);
            } else if (text) {
                ended = !table_.observations.empty(); // free text: footnotes follow
            } else if (numbers) {
                read_row(record);
            } else {
                report_width(record);
            }
        }
        if (scanner.unclosed_line() > 0) {
            problems_.add({table_.file, scanner.unclosed_line(), scanner.unclosed_column()},
                          {"anførselstegnet blir ikke lukket; er filen hel?",
                           "the quotation mark is never closed; is the file whole?"});
        }
        if (table_.observations.empty() && problems_.empty()) {
            problems_.add({table_.file, header_.line, 1}, {"tabellen har ingen rader", "the table has no rows"});
        }
    }

    /// A whole number, as statistics programs may write it: 74.0, in files with decimal commas 74,0. Three zeros may be
    /// thousands: 26.000 is none.
    std::optional<std::int64_t> whole_number(const std::string& cell) const {
        std::int64_t number = 0;
        const char* end = cell.data() + cell.size();
        const auto [at, error] = std::from_chars(cell.data(), end, number);
        if (error != std::errc()) return std::nullopt;
        const std::string_view rest(at, static_cast<std::size_t>(end - at));
        if (rest.empty()) return number;
        const bool point = rest.front() == '.' || (decimal_comma_ && rest.front() == ',');
        const std::string_view decimals = rest.substr(1);
        constexpr std::size_t thousands = 3;
        if (!point || decimals.empty() || decimals.size() == thousands) return std::nullopt;
        return decimals.find_first_not_of('0') == std::string_view::npos ? std::optional(number) : std::nullopt;
    }

    void report_second_header(const Record& record) {
        problems_.add({table_.file, record.line, 1}, {"en overskriftsrad til; er filen satt sammen av flere?",
                                                      "a second row of headings; is the file put together?"});
    }

    void report_row_after_end(const Record& record) {
        if (++after_end_ > 1) return;
        problems_.add({table_.file, record.line, 1},
                      {"rad med tall etter at tabellen var slutt; er filen satt sammen av flere?",
                       "a row of numbers after the table's end; is the file put together?"});
    }

    void report_width(const Record& record) {
        constexpr int most = 10;
        if (++uneven_ > most) return;
        problems_.add({table_.file, record.line, 1},
                      {fmt::format("raden har {} celler; ventet {}", record.cells.size(), layout_.columns),
                       fmt::format("the row has {} cells; expected {}", record.cells.size(), layout_.columns)});
    }

    void read_row(const Record& record) {
        Observation row;
        for (std::size_t i = 0; i < layout_.axes.size(); ++i) {
            const std::optional<Axis> axis = layout_.axes[i];
            if (axis) row.category[index_of(*axis)] = category(*axis, record.cells[i].text);
        }
        row.line = record.line;
        for (const ValueColumn& value : layout_.values) {
            Observation observation = row;
            for (std::size_t axis = 0; axis < axis_count; ++axis) {
                if (value.category[axis]) observation.category[axis] = *value.category[axis];
            }
            const Record::Cell& cell = record.cells[value.column];
            observation.column = cell.column;
            read_number(cell.text, observation);
            table_.observations.push_back(observation);
        }
    }

    void read_number(const std::string& cell, Observation& observation) {
        if (const std::optional<std::int64_t> number = whole_number(cell)) {
            observation.value = *number;
            return;
        }
        bool is_new = false;
        observation.odd = static_cast<int>(odd_.of(cell, is_new));
        if (is_new) table_.odd.push_back(cell);
    }

    const std::string& text_;
    Problems& problems_;
    StatbankTable table_;
    Layout layout_;
    Record header_;
    std::array<Numbering, axis_count> numbering_;
    Numbering odd_;
    bool decimal_comma_ = false;
    int uneven_ = 0;
    int after_end_ = 0;
};

} // namespace

StatbankTable read_statbank_csv(const std::string& bytes, const std::string& file, Problems& problems) {
    StatbankTable nothing;
    nothing.file = file;
    if (const std::optional<Text> fault = fault_in_bytes(bytes)) {
        problems.add({file, 0, 0}, *fault);
        return nothing;
    }
    const bool utf8 = is_utf8(bytes);
    if (const std::optional<Text> other = utf8 ? std::nullopt : other_letters(bytes)) {
        problems.add({file, 0, 0}, *other);
        return nothing;
    }
    const std::string text = utf8 ? std::string(after_byte_order_mark(bytes)) : from_windows_1252(bytes);
    return CsvReader(text, file, problems).read();
}

} // namespace framsyn::app
