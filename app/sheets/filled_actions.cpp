#include "app/sheets/filled_actions.hpp"

#include "app/ground/found_text.hpp"
#include "app/scenario/schema/action_section.hpp"
#include "app/sheets/toml_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace framsyn::app {
namespace {

class ActionsReader {
  public:
    ActionsReader(const PlanSheet& plan, const SheetVoice& voice, FilledIn& out)
        : plan_(plan), voice_(voice), out_(out) {}

    void read() {
        std::map<std::string, std::size_t> known;
        for (std::size_t row = 0; row < plan_.rows.size(); ++row) known[plan_.rows[row][0].text] = row;
        std::map<std::string, std::size_t> seen;
        for (std::size_t row = 1; row < voice_.sheet.rows_used(); ++row) {
            if (voice_.sheet.is_blank(row)) {
                voice_.complain(row, 0, "tom rad midt i tabellen; ta den bort",
                                "an empty row within the table; remove it");
                continue;
            }
            const std::string id = voice_.sheet.at(row, 0).printed();
            if (id.empty()) {
                voice_.complain(row, 0, "tiltaket mangler id", "the action has no id");
                continue;
            }
            const auto [other, is_first] = seen.emplace(id, row);
            if (!is_first) {
                voice_.complain(row, 0, fmt::format("«{}» står to ganger (også rad {})", shown(id), other->second + 1),
                                fmt::format("\"{}\" is there twice (row {} too)", shown(id), other->second + 1));
                continue;
            }
            const auto before = known.find(id);
            read_action(row, id, before == known.end() ? nullptr : &plan_.rows[before->second]);
        }
        for (const auto& [id, row] : known) {
            if (seen.count(id) > 0) continue;
            ++out_.changes;
            out_.add_line("[[action]]", {});
            out_.add_line("id = " + toml_text(id), {});
            out_.add_line("remove = true", {});
            out_.add_line("", {});
        }
    }

  private:
    static const Key& key_named(const std::string& name) {
        static const Section section = action_section();
        return *std::find_if(section.keys.begin(), section.keys.end(),
                             [&](const Key& key) { return key.name == name; });
    }

    /// A row as it is and as it was; a new action was empty.
    struct Row {
        std::size_t row = 0;
        const std::vector<BookCell>* before = nullptr;
    };

    const BookCell& cell(const Row& row, std::size_t column) const { return voice_.sheet.at(row.row, column); }
    static BookCell was(const Row& row, std::size_t column) { return row.before ? (*row.before)[column] : BookCell(); }
    bool is_changed(const Row& row, std::size_t column) const {
        return !cell(row, column).same(was(row, column)) && cell(row, column).kind != BookCell::Kind::fault;
    }

    void read_action(std::size_t number, const std::string& id, const std::vector<BookCell>* before) {
        const Row row{number, before};
        bool is_open = false;
        for (std::size_t column = 1; column < plan_.columns.size(); ++column) {
            if (plan_.columns[column].part != CellPart::key) continue;
            const std::optional<std::size_t> changed = changed_part(row, column);
            if (!changed) continue;
            const std::optional<std::string> value = value_of(row, column, *changed);
            if (!value) continue;
            if (!is_open) {
                out_.add_line("[[action]]", voice_.at(number, 0));
                out_.add_line("id = " + toml_text(id), voice_.at(number, 0));
            }
            is_open = true;
            ++out_.changes;
            out_.add_line(plan_.columns[column].key + " = " + *value, voice_.at(number, *changed));
        }
        if (is_open) out_.add_line("", {});
    }

    /// Where an end of a key's interval stands; 0 where the key has none.
    std::size_t end_of(std::size_t column, CellPart part) const {
        for (std::size_t other = column + 1; other < plan_.columns.size(); ++other) {
            if (plan_.columns[other].part == part && plan_.columns[other].key == plan_.columns[column].key)
                return other;
        }
        return 0;
    }

    /// The first cell of a key that was changed: its value, or an end of its interval.
    std::optional<std::size_t> changed_part(const Row& row, std::size_t column) const {
        for (const std::size_t part : {column, end_of(column, CellPart::low), end_of(column, CellPart::high)}) {
            if (part != 0 && is_changed(row, part)) return part;
        }
        return std::nullopt;
    }

    std::optional<std::string> value_of(const Row& row, std::size_t column, std::size_t changed) {
        const std::string& name = plan_.columns[column].key;
        if (cell(row, column).empty()) {
            tell_emptied(row, column);
            return std::nullopt;
        }
        const Key& key = key_named(name);
        const std::optional<std::string> value =
            toml_value(key, cell(row, column), voice_.at(row.row, column), voice_.problems);
        const std::size_t low = end_of(column, CellPart::low);
        const std::size_t high = end_of(column, CellPart::high);
        if (low == 0 || (cell(row, low).empty() && cell(row, high).empty())) return value;
        if (cell(row, low).empty() || cell(row, high).empty()) {
            voice_.complain(row.row, cell(row, low).empty() ? low : high, "et intervall har både lav og høy",
                            "an interval has both low and high");
            return std::nullopt;
        }
        const auto end = [&](std::size_t at) {
            return toml_value(key, cell(row, at), voice_.at(row.row, at), voice_.problems);
        };
        const std::optional<std::string> least = end(low);
        const std::optional<std::string> most = end(high);
        if (!value || !least || !most) return std::nullopt;
        return fmt::format("{{ value = {}, low = {}, high = {}, status = \"assumed\", source = {} }}", *value, *least,
                           *most, toml_text(voice_.at(row.row, changed).file));
    }

    void tell_emptied(const Row& row, std::size_t column) {
        const std::string& name = plan_.columns[column].key;
        if (was(row, column).empty()) {
            voice_.complain(row.row, column, fmt::format("{} har et intervall, men ingen verdi", name),
                            fmt::format("{} has an interval but no value", name));
            return;
        }
        const std::string before = shown(was(row, column).printed());
        voice_.complain(
            row.row, column,
            fmt::format("{} er tømt; ta bort hele tiltaket, eller skriv en verdi (her sto «{}»)", name, before),
            fmt::format("{} was emptied; remove the whole action, or write a value (this was \"{}\")", name, before));
    }

    const PlanSheet& plan_;
    const SheetVoice& voice_;
    FilledIn& out_;
};

} // namespace

Position SheetVoice::at(std::size_t row, std::size_t column) const {
    return cell_position(book, sheet, row, column);
}

void SheetVoice::complain(std::size_t row, std::size_t column, const std::string& nb, const std::string& en) const {
    problems.add(at(row, column), {nb, en});
}

void read_actions(const PlanSheet& plan, const SheetVoice& voice, FilledIn& out) {
    ActionsReader(plan, voice, out).read();
}

} // namespace framsyn::app
