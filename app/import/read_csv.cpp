#include "app/import/read_csv.hpp"

#include "app/ground/delimited_text.hpp"
#include "app/import/meaning.hpp"
#include "app/import/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

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
        for (const char delimiter : {';', '\t', ','}) {
            if (find_header(delimiter)) {
                read_header();
                read_rows(delimiter);
                return std::move(table_);
            }
        }
        problems_.add(
            {table_.file, 1, 1},
            {"finner ingen overskriftsrad; ventet kolonner som region, kjønn, alder og år, med region blant dem",
             "there is no row of headings; expected columns such as region, sex, age and year, region among them"});
        return std::move(table_);
    }

  private:
    /// The heading is the first record that begins with a variable's name and has `region` among its cells.
    bool find_header(char delimiter) {
        constexpr int most_lines_before = 30;
        RecordScanner scanner(text_, delimiter);
        std::string title;
        Position title_at;
        Record record;
        for (int i = 0; i < most_lines_before && scanner.next(record); ++i) {
            const bool has_region = std::any_of(record.cells.begin(), record.cells.end(), [](const Record::Cell& cell) {
                return axis_named(cell.text) == Axis::region;
            });
            if (has_region && record.cells.size() > 1 && axis_named(record.cells[0].text)) {
                header_ = record;
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
        if (!axis) {
            problems_.add(at, {fmt::format("ukjent variabel «{}»; velg den bort i statistikkbanken", cell.text),
                               fmt::format("unknown variable \"{}\"; leave it out in the StatBank", cell.text)});
        } else if (!table_.names[index_of(*axis)].empty()) {
            problems_.add(at, {fmt::format("variabelen «{}» står to ganger", cell.text),
                               fmt::format("the variable \"{}\" is there twice", cell.text)});
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
        if (in_heading(Axis::contents)) name_part(value, Axis::contents, "statistikkvariabel", rest);
        layout_.values.push_back(value);
    }

    /// What one heading names, every heading must name: otherwise a column would borrow another's year.
    void check_heading(const ValueColumn& value) {
        const Record::Cell& cell = header_.cells[value.column];
        for (std::size_t axis = 0; axis < axis_count; ++axis) {
            if (table_.categories[axis].empty() || value.category[axis] || in_columns(static_cast<Axis>(axis)))
                continue;
            problems_.add({table_.file, header_.line, cell.column},
                          {fmt::format("overskriften «{}» sier ikke {}", cell.text, table_.names[axis]),
                           fmt::format("the heading \"{}\" does not say {}", cell.text, table_.names[axis])});
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
            if (record.line <= header_.line) continue;
            const bool numbers = record.cells.size() == layout_.columns && layout_.columns > 1;
            if (ended) {
                if (numbers && is_number(record.cells.back().text)) report_row_after_end(record);
            } else if (numbers) {
                read_row(record);
            } else if (record.cells.size() == 1) {
                ended = !table_.observations.empty(); // an empty line or free text: footnotes follow
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

    static bool is_number(const std::string& text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
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
        const char* end = cell.data() + cell.size();
        const auto [rest, error] = std::from_chars(cell.data(), end, observation.value);
        if (error == std::errc() && rest == end) return;
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
    int uneven_ = 0;
    int after_end_ = 0;
};

} // namespace

StatbankTable read_statbank_csv(const std::string& bytes, const std::string& file, Problems& problems) {
    StatbankTable nothing;
    nothing.file = file;
    if (bytes.find('\0') != std::string::npos) {
        problems.add({file, 0, 0},
                     {"er ikke CSV i UTF-8 eller Windows-1252 (kanskje «Unicode-tekst»); lagre på nytt som CSV",
                      "is not CSV in UTF-8 or Windows-1252 (perhaps \"Unicode text\"); save it again as CSV"});
        return nothing;
    }
    const bool utf8 = is_utf8(bytes);
    const std::string text = !utf8                               ? from_windows_1252(bytes)
                             : bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3)
                                                                 : bytes;
    return CsvReader(text, file, problems).read();
}

} // namespace framsyn::app
