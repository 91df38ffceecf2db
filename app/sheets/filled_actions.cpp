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

    void read_action(std::size_t row, const std::string& id, const std::vector<BookCell>* before) {
        bool is_open = false;
        for (std::size_t column = 1; column < plan_.columns.size(); ++column) {
            const BookCell& cell = voice_.sheet.at(row, column);
            const BookCell was = before ? (*before)[column] : BookCell();
            if (cell.same(was) || cell.kind == BookCell::Kind::fault) continue;
            const std::string& name = plan_.columns[column].key;
            if (cell.empty()) {
                voice_.complain(
                    row, column,
                    fmt::format("{} er tømt; ta bort hele tiltaket, eller skriv en verdi (her sto «{}»)", name,
                                shown(was.printed())),
                    fmt::format("{} was emptied; remove the whole action, or write a value (this was \"{}\")", name,
                                shown(was.printed())));
                continue;
            }
            const std::optional<std::string> value =
                toml_value(key_named(name), cell, voice_.at(row, column), voice_.problems);
            if (!value) continue;
            if (!is_open) {
                out_.add_line("[[action]]", voice_.at(row, 0));
                out_.add_line("id = " + toml_text(id), voice_.at(row, 0));
            }
            is_open = true;
            ++out_.changes;
            out_.add_line(name + " = " + *value, voice_.at(row, column));
        }
        if (is_open) out_.add_line("", {});
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
