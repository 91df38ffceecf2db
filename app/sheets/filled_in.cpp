#include "app/sheets/filled_in.hpp"

#include "app/ground/encoding.hpp"
#include "app/ground/found_text.hpp"
#include "app/sheets/filled_actions.hpp"
#include "app/sheets/toml_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace framsyn::app {
namespace {

using Cell = BookCell::Kind;

/// One sheet as the scenario has it beside what somebody has made of it.
class SheetReader {
  public:
    SheetReader(const WrittenScenario& base, const Book& book, const PlanSheet& plan, const BookSheet& sheet,
                Language language, const BookOrder& order, FilledIn& out, Problems& problems)
        : base_(base), book_(book), plan_(plan), sheet_(sheet), language_(language), order_(order), out_(out),
          problems_(problems) {}

    void read() {
        for (const std::string& range : sheet_.merged) {
            problems_.add({book_.file + ", " + sheet_.name + "!" + range, 0, 0},
                          {"sammenslåtte celler; del dem igjen", "merged cells; split them again"});
        }
        if (!check_headings()) return;
        if (plan_.kind == PlanSheet::Kind::actions) {
            read_actions(plan_, {book_, sheet_, problems_}, out_);
            return;
        }
        match_rows();
        for (std::size_t row = 0; row < plan_.rows.size(); ++row) {
            if (found_[row] == 0) continue;
            check_words(row);
            if (plan_.kind == PlanSheet::Kind::beds) read_beds(row);
            if (plan_.kind == PlanSheet::Kind::list) read_entry(row);
            if (plan_.kind == PlanSheet::Kind::rates) read_rate(row);
        }
        if (plan_.kind == PlanSheet::Kind::rates) write_rates();
    }

  private:
    Position at(std::size_t row, std::size_t column) const { return cell_position(book_, sheet_, row, column); }

    void complain(std::size_t row, std::size_t column, const std::string& nb, const std::string& en) {
        problems_.add(at(row, column), {nb, en});
    }

    void line(const std::string& text, const Position& origin = {}) { out_.add_line(text, origin); }

    bool check_headings() {
        bool sound = true;
        const std::size_t columns = std::max(plan_.columns.size(), sheet_.width());
        for (std::size_t column = 0; column < columns && sound; ++column) {
            const std::string expected =
                column < plan_.columns.size() ? plan_.columns[column].heading.in(language_) : "";
            const std::string found = sheet_.at(0, column).printed();
            const bool is_beyond = column >= plan_.columns.size();
            if (found == expected && !is_beyond) continue;
            if (is_beyond && !is_used(column)) continue;
            sound = false;
            if (is_beyond) {
                const std::size_t row = first_used(column);
                complain(row, column,
                         fmt::format("fant «{}»; her er det ingen kolonne", shown(sheet_.at(row, column).printed())),
                         fmt::format("found \"{}\"; there is no column here", shown(sheet_.at(row, column).printed())));
            } else {
                complain(0, column,
                         fmt::format("fant «{}»; ventet overskriften «{}» (er en kolonne flyttet eller tatt bort?)",
                                     shown(found), expected),
                         fmt::format(R"(found "{}"; expected the heading "{}" (was a column moved or removed?))",
                                     shown(found), expected));
            }
        }
        return sound;
    }

    bool is_used(std::size_t column) const { return !sheet_.at(first_used(column), column).empty(); }

    std::size_t first_used(std::size_t column) const {
        for (std::size_t row = 0; row < sheet_.rows.size(); ++row) {
            if (!sheet_.at(row, column).empty()) return row;
        }
        return 0;
    }

    /// Where each row of the scenario stands in the sheet; 0: nowhere. Whatever is there twice or is nobody's is told.
    void match_rows() {
        found_.assign(plan_.rows.size(), 0);
        bool has_stranger = false;
        std::vector<std::string> ids;
        for (const auto& row : plan_.rows) ids.push_back(row[0].printed());
        for (std::size_t row = 1; row < sheet_.rows_used(); ++row) {
            if (sheet_.is_blank(row)) {
                complain(row, 0, "tom rad midt i tabellen; ta den bort", "an empty row within the table; remove it");
                continue;
            }
            const std::string id = sheet_.at(row, 0).printed();
            const auto known = std::find(ids.begin(), ids.end(), id);
            if (known == ids.end()) {
                has_stranger = true;
                const Text hint = did_you_mean(id, ids);
                complain(row, 0, fmt::format("«{}» er ingen rad i scenariet{}", shown(id), hint.nb),
                         fmt::format("\"{}\" is no row of the scenario{}", shown(id), hint.en));
                continue;
            }
            std::size_t& place = found_[static_cast<std::size_t>(known - ids.begin())];
            if (place != 0) {
                complain(row, 0, fmt::format("«{}» står to ganger (også rad {})", shown(id), place + 1),
                         fmt::format("\"{}\" is there twice (row {} too)", shown(id), place + 1));
            }
            place = row;
        }
        for (std::size_t row = 0; row < found_.size(); ++row) {
            if (found_[row] != 0 || has_stranger) continue; // a row that is gone may be one whose id was changed
            problems_.add({book_.file + ", " + sheet_.name, 0, 0},
                          {fmt::format("raden «{}» er borte; sett den inn igjen", ids[row]),
                           fmt::format("the row \"{}\" is gone; put it back", ids[row])});
        }
    }

    const BookCell& filled(std::size_t row, std::size_t column) const { return sheet_.at(found_[row], column); }

    /// Columns for the reader, and years that are counted, stay as they are.
    void check_words(std::size_t row) {
        for (std::size_t column = 1; column < plan_.columns.size(); ++column) {
            if (filled(row, column).kind == Cell::fault) continue; // told of already
            if (plan_.columns[column].may_change || filled(row, column).same(plan_.rows[row][column])) continue;
            const std::string was = plan_.rows[row][column].printed();
            const bool is_counted = plan_.columns[column].part == CellPart::beds;
            complain(found_[row], column,
                     fmt::format("fant «{}»; her står «{}» og kan ikke endres{}", shown(filled(row, column).printed()),
                                 was, is_counted ? " (telt år)" : ""),
                     fmt::format(R"(found "{}"; this is "{}" and can't be changed{})",
                                 shown(filled(row, column).printed()), was, is_counted ? " (a counted year)" : ""));
        }
    }

    std::optional<double> number(std::size_t row, std::size_t column) {
        const BookCell& cell = filled(row, column);
        if (cell.kind == Cell::number) return cell.number;
        if (cell.kind == Cell::fault) return std::nullopt; // told of already
        const bool is_stored_text = cell.kind == Cell::text && !cell.text.empty() &&
                                    cell.text.find_first_not_of("0123456789.,- ") == std::string::npos;
        complain(found_[row], column,
                 cell.empty()     ? "tom celle; ventet et tall"
                 : is_stored_text ? fmt::format("«{}» er lagret som tekst; ventet et tall", shown(cell.printed()))
                                  : fmt::format("fant «{}»; ventet et tall", shown(cell.printed())),
                 cell.empty()     ? "an empty cell; expected a number"
                 : is_stored_text ? fmt::format("\"{}\" is stored as text; expected a number", shown(cell.printed()))
                                  : fmt::format("found \"{}\"; expected a number", shown(cell.printed())));
        return std::nullopt;
    }

    /// Years in which a unit has so many more or fewer beds at a stretch are one action.
    void read_beds(std::size_t row) {
        std::size_t begin = 0;
        double difference = 0.0;
        const auto end_run = [&](std::size_t end) {
            if (difference != 0.0) write_beds(row, begin, end, difference);
        };
        for (std::size_t column = 1; column < plan_.columns.size(); ++column) {
            if (!plan_.columns[column].may_change) continue;
            const std::optional<double> beds = number(row, column);
            const double now = beds && !filled(row, column).same(plan_.rows[row][column])
                                   ? *beds - plan_.rows[row][column].number
                                   : 0.0;
            if (beds && (*beds < 0.0 || *beds != std::floor(*beds))) {
                complain(found_[row], column,
                         fmt::format("fant {}; ventet et helt antall plasser", filled(row, column).printed()),
                         fmt::format("found {}; expected a whole number of beds", filled(row, column).printed()));
                return;
            }
            if (now == difference) continue;
            end_run(column);
            begin = column;
            difference = now;
        }
        end_run(plan_.columns.size());
    }

    void write_beds(std::size_t row, std::size_t begin, std::size_t end, double difference) {
        ++out_.changes;
        const Position origin = at(found_[row], begin);
        const std::string unit = plan_.rows[row][0].text;
        const int year = plan_.columns[begin].year;
        line("[[action]]", origin);
        line("id = " + toml_text(free_id(fmt::format("{}-{}", unit, year))), origin);
        line(fmt::format("kind = \"{}\"", difference > 0.0 ? "open" : "close"), origin);
        line(fmt::format("date = {}-01-01", year), origin);
        if (end < plan_.columns.size()) line(fmt::format("until = {}-01-01", plan_.columns[end].year), origin);
        line("unit = " + toml_text(unit), origin);
        line("beds = " + toml_number(std::abs(difference), Measured::beds), origin);
        line("");
    }

    /// An id that no action of the scenario has.
    std::string free_id(const std::string& id) const {
        const auto taken = [&](const std::string& name) {
            return std::any_of(base_.actions.begin(), base_.actions.end(),
                               [&](const study::ActionInfo& action) { return action.id == name; });
        };
        std::string free = id;
        for (int n = 2; taken(free); ++n) free = fmt::format("{}-{}", id, n);
        return free;
    }

    /// The three numbers of a key: changed alone, each gives its line.
    void read_entry(std::size_t row) {
        bool is_open = false;
        for (std::size_t column = 1; column < plan_.columns.size(); ++column) {
            if (plan_.columns[column].part != CellPart::value) continue;
            std::optional<std::size_t> changed;
            for (std::size_t part = 0; part < 3; ++part) {
                const std::size_t c = column + part;
                if (!filled(row, c).same(plan_.rows[row][c]) && !changed) changed = c;
            }
            if (!changed) continue;
            const std::optional<std::string> value = quantity(row, column, *changed);
            if (!value) continue;
            if (!is_open) {
                line("[[" + plan_.list + "]]", at(found_[row], *changed));
                line("id = " + toml_text(plan_.rows[row][0].text), at(found_[row], *changed));
            }
            is_open = true;
            ++out_.changes;
            line(plan_.columns[column].key + " = " + *value, at(found_[row], *changed));
        }
        if (is_open) line("");
    }

    std::optional<std::string> quantity(std::size_t row, std::size_t column, std::size_t changed) {
        const Measured unit = plan_.list == "stay" ? Measured::days : Measured::none;
        const std::optional<double> value = number(row, column);
        if (!value) return std::nullopt;
        const bool has_low = !filled(row, column + 1).empty();
        const bool has_high = !filled(row, column + 2).empty();
        if (!has_low && !has_high) return toml_number(*value, unit);
        if (has_low != has_high) {
            complain(found_[row], column + (has_low ? 2 : 1), "et intervall har både lav og høy",
                     "an interval has both low and high");
            return std::nullopt;
        }
        const std::optional<double> low = number(row, column + 1);
        const std::optional<double> high = number(row, column + 2);
        if (!low || !high) return std::nullopt;
        const std::string source = toml_text(at(found_[row], changed).file);
        return fmt::format("{{ value = {}, low = {}, high = {}, status = \"assumed\", source = {} }}",
                           toml_number(*value, unit), toml_number(*low, unit), toml_number(*high, unit), source);
    }

    void read_rate(std::size_t row) {
        const std::size_t column = plan_.columns.size() - 1;
        if (filled(row, column).same(plan_.rows[row][column])) return;
        const std::optional<double> rate = number(row, column);
        if (!rate) return;
        if (*rate < 0.0) {
            complain(found_[row], column, fmt::format("fant {}; ventet 0 eller mer", filled(row, column).printed()),
                     fmt::format("found {}; expected 0 or more", filled(row, column).printed()));
            return;
        }
        rates_[row] = *rate;
        if (rates_.size() == 1) rates_at_ = at(found_[row], column);
    }

    /// The table with the changed rows, beside the what-if that names it.
    void write_rates() {
        if (rates_.empty()) return;
        out_.changes += rates_.size();
        out_.rates_name = order_.name + "-use_rates.csv";
        std::string text = "service,sex,age_from,age_to,bed_days_per_1000\n";
        for (std::size_t row = 0; row < plan_.rows.size(); ++row) {
            const auto& cells = plan_.rows[row];
            const auto changed = rates_.find(row);
            text += fmt::format("{},{},{},{},{}\n", cells[1].text, cells[2].text, cells[3].number, cells[4].number,
                                changed == rates_.end() ? cells[5].number : changed->second);
        }
        out_.rates = text;
        line("[[table]]", rates_at_);
        line("id = \"use-rates\"", rates_at_);
        line("file = " + toml_text(out_.rates_name), rates_at_);
        line("status = \"assumed\"", rates_at_);
        line("source = " + toml_text(rates_at_.file), rates_at_);
        line("");
    }

    const WrittenScenario& base_;
    const Book& book_;
    const PlanSheet& plan_;
    const BookSheet& sheet_;
    Language language_;
    const BookOrder& order_;
    FilledIn& out_;
    Problems& problems_;
    std::vector<std::size_t> found_;
    std::map<std::size_t, double> rates_;
    Position rates_at_;
};

/// The language that most of the sheets' names are in.
Language language_of(const Book& book, const std::vector<PlanSheet>& plans) {
    const auto named = [&](Language language) {
        return std::count_if(plans.begin(), plans.end(),
                             [&](const PlanSheet& plan) { return book.find(plan.name.in(language)) != nullptr; });
    };
    return named(Language::en) > named(Language::nb) ? Language::en : Language::nb;
}

/// A cell that holds an error, or a formula nobody has worked out, is told of wherever it stands.
void check_faults(const Book& book, const BookSheet& sheet, Problems& problems) {
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            const BookCell& cell = sheet.rows[row][column];
            if (cell.kind == Cell::text && !is_utf8(cell.text)) {
                problems.add(cell_position(book, sheet, row, column),
                             {"cellen har tegn som ikke er UTF-8", "the cell has letters that are not UTF-8"});
            }
            if (cell.kind != Cell::fault) continue;
            problems.add(cell_position(book, sheet, row, column),
                         {fmt::format("cellen er {}; ventet en verdi", shown(cell.text)),
                          fmt::format("the cell is {}; expected a value", shown(cell.text))});
        }
    }
}

} // namespace

void FilledIn::add_line(const std::string& text, const Position& at) {
    what_if += text + "\n";
    origin.push_back(at);
}

Problems FilledIn::placed(const Problems& found, const std::string& file) const {
    Problems placed;
    const std::vector<std::string> nb = found.lines(Language::nb);
    const std::vector<std::string> en = found.lines(Language::en);
    const std::string begin = file + ":";
    for (std::size_t i = 0; i < nb.size(); ++i) {
        std::size_t number = 0;
        std::size_t end = std::string::npos;
        if (nb[i].starts_with(begin)) {
            number = static_cast<std::size_t>(std::strtoul(nb[i].c_str() + begin.size(), nullptr, 10));
            end = nb[i].find(": ");
        }
        const bool is_known = number > 0 && number <= origin.size() && !origin[number - 1].file.empty();
        if (!is_known || end == std::string::npos || i >= en.size() || en[i].find(": ") == std::string::npos) {
            placed.add({}, {nb[i], i < en.size() ? en[i] : nb[i]});
            continue;
        }
        placed.add(origin[number - 1], {nb[i].substr(end + 2), en[i].substr(en[i].find(": ") + 2)});
    }
    return placed;
}

FilledIn filled_in(const WrittenScenario& base, const Book& book, const BookOrder& order, Problems& problems) {
    FilledIn out;
    const std::vector<PlanSheet> plans = plan_sheets(base);
    const Language language = language_of(book, plans);
    for (const std::string& text : {std::string("schema = 1"), "extends = " + toml_text(order.extends), std::string()})
        out.add_line(text, {});
    std::vector<std::string> others;
    for (const BookSheet& sheet : book.sheets) others.push_back(sheet.name);
    for (const PlanSheet& plan : plans) {
        const std::string name = plan.name.in(language);
        const BookSheet* sheet = book.find(name);
        if (sheet) {
            check_faults(book, *sheet, problems);
            SheetReader(base, book, plan, *sheet, language, order, out, problems).read();
            continue;
        }
        const Text hint = did_you_mean(name, others);
        problems.add({book.file, 0, 0}, {fmt::format("arket «{}» mangler{}", name, hint.nb),
                                         fmt::format("the sheet \"{}\" is missing{}", name, hint.en)});
    }
    while (out.what_if.ends_with("\n\n")) out.what_if.pop_back();
    return out;
}

} // namespace framsyn::app
