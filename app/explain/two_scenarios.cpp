#include "app/explain/two_scenarios.hpp"

#include "app/explain/layout.hpp"
#include "app/ground/tidy_table.hpp"
#include "app/tables/action_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <vector>

namespace framsyn::app {
namespace {

constexpr const char* actions = "action.";

const study::ActionInfo* action_of(const WrittenScenario& scenario, const std::string& id) {
    for (const study::ActionInfo& action : scenario.actions) {
        if (action.id == id) return &action;
    }
    return nullptr;
}

const std::string* text_of(const WrittenScenario& scenario, const TableInfo& table) {
    for (const InputFile& file : scenario.files) {
        if (file.path == table.file) return &file.text;
    }
    return nullptr;
}

/// How many lines of the one the other lacks, and the first that differs.
struct OtherLines {
    std::size_t count = 0;
    int first = 0;
};

OtherLines other_lines(const std::string& one, const std::string& other) {
    std::istringstream a(one), b(other);
    OtherLines found;
    std::string left, right;
    for (int line = 1;; ++line) {
        const bool has_left = static_cast<bool>(std::getline(a, left));
        const bool has_right = static_cast<bool>(std::getline(b, right));
        if (!has_left && !has_right) return found;
        if (has_left && has_right && left == right) continue;
        ++found.count;
        if (found.first == 0) found.first = line;
    }
}

/// A table of both whose text differs.
struct OtherTable {
    const TableInfo* before = nullptr;
    const TableInfo* after = nullptr;
    OtherLines lines;
};

std::vector<OtherTable> other_tables(const WrittenScenario& one, const WrittenScenario& other) {
    std::vector<OtherTable> found;
    for (const TableInfo& table : other.tables) {
        const auto before = std::find_if(one.tables.begin(), one.tables.end(),
                                         [&](const TableInfo& earlier) { return earlier.id == table.id; });
        if (before == one.tables.end()) continue; // told among the values
        const std::string* left = text_of(one, *before);
        const std::string* right = text_of(other, table);
        if (left && right && *left != *right) found.push_back({&*before, &table, other_lines(*left, *right)});
    }
    return found;
}

/// A number that is the same in both, though its status or source isn't.
std::vector<std::pair<const Quantity*, const Quantity*>> otherwise_founded(const WrittenScenario& one,
                                                                           const WrittenScenario& other) {
    std::map<std::string, const Quantity*> numbers;
    for (const Quantity& number : one.assumptions) numbers.emplace(number.address, &number);
    std::vector<std::pair<const Quantity*, const Quantity*>> found;
    for (const Quantity& number : other.assumptions) {
        const auto before = numbers.find(number.address);
        if (before == numbers.end()) continue;
        const Quantity& earlier = *before->second;
        const bool same = earlier.value == number.value && earlier.low == number.low && earlier.high == number.high;
        if (same && (earlier.status != number.status || earlier.source != number.source))
            found.emplace_back(&earlier, &number);
    }
    return found;
}

/// In one language.
class BothScenarios {
  public:
    BothScenarios(const Asked& one, const Asked& other, Language language, std::size_t width)
        : one_path_(one.path), other_path_(other.path), one_(one.scenario), other_(other.scenario), language_(language),
          width_(width) {}

    std::string text() {
        std::string out =
            labelled("A", 1, title(one_, one_path_), width_) + labelled("B", 1, title(other_, other_path_), width_);
        const std::size_t begun = out.size();
        std::set<std::string> told; // actions, each once
        for (const Difference& difference : differences_between(one_.as_written, other_.as_written)) {
            if (!difference.key.starts_with(actions)) {
                out += "\n" + difference.key + "\n" + side("A", difference.before, difference.before_at) +
                       side("B", difference.after, difference.after_at);
                continue;
            }
            const std::size_t begin = std::string(actions).size();
            const std::string id = difference.key.substr(begin, difference.key.find('.', begin) - begin);
            if (told.insert(id).second)
                out += "\n" + std::string(actions) + id + "\n" + action("A", one_, id) + action("B", other_, id);
        }
        out += tables() + foundations();
        if (out.size() == begun) out += say("\nIngen forskjell.\n", "\nNo difference.\n");
        return out;
    }

  private:
    std::string say(const char* nb, const char* en) const { return language_ == Language::nb ? nb : en; }

    std::string title(const WrittenScenario& scenario, const std::string& path) const {
        return fmt::format("{}: {}", path, scenario.title.in(language_));
    }
    std::string side(const char* label, const std::string& value, const Position& at) const {
        if (at.file.empty()) return labelled(label, 1, say("(finnes ikke)", "(isn't there)"), width_);
        return labelled(label, 1, (value.empty() ? "\"\"" : value) + "   [" + place_text(at) + "]", width_);
    }
    std::string action(const char* label, const WrittenScenario& scenario, const std::string& id) const {
        const study::ActionInfo* found = action_of(scenario, id);
        if (!found) return side(label, "", {});
        return side(label, action_words(scenario, *found).in(language_), found->at);
    }

    std::string tables() const {
        std::string out;
        for (const OtherTable& table : other_tables(one_, other_)) {
            out += fmt::format("\ntable.{}\n", table.before->id);
            out += labelled("", 1,
                            fmt::format(fmt::runtime(say("ulike linjer i {} og {}: {}; den første er linje {}",
                                                         "lines that differ in {} and {}: {}; the first is line {}")),
                                        table.before->file, table.after->file, table.lines.count, table.lines.first),
                            width_);
        }
        return out;
    }

    std::string foundations() const {
        std::string out;
        for (const auto& [before, after] : otherwise_founded(one_, other_)) {
            const auto said = [](const Quantity& number) {
                return name_in(statuses, number.status) + (number.source.empty() ? "" : ": " + number.source);
            };
            out += "\n" + after->address + say(" (samme tall, annet grunnlag)\n", " (same number, other grounds)\n") +
                   side("A", said(*before), before->at) + side("B", said(*after), after->at);
        }
        return out;
    }

    const std::string& one_path_;
    const std::string& other_path_;
    const WrittenScenario& one_;
    const WrittenScenario& other_;
    Language language_;
    std::size_t width_;
};

} // namespace

std::string differences_text(const Asked& one, const Asked& other, Language language, std::size_t width) {
    return BothScenarios(one, other, language, width).text();
}

std::string differences_csv(const Asked& one, const Asked& other) {
    TidyTable table(
        "differences.csv",
        {{"key"}, {"a"}, {"b"}, {"a_file"}, {"a_line", CellType::integer}, {"b_file"}, {"b_line", CellType::integer}});
    for (const Difference& difference : differences_between(one.scenario.as_written, other.scenario.as_written)) {
        table.row(difference.key, difference.before, difference.after, difference.before_at.file,
                  difference.before_at.line, difference.after_at.file, difference.after_at.line);
    }
    for (const OtherTable& lines : other_tables(one.scenario, other.scenario)) {
        table.row("table." + lines.before->id, "", "", lines.before->file, lines.lines.first, lines.after->file,
                  lines.lines.first);
    }
    for (const auto& [before, after] : otherwise_founded(one.scenario, other.scenario)) {
        table.row(after->address + " (status, source)", name_in(statuses, before->status) + ": " + before->source,
                  name_in(statuses, after->status) + ": " + after->source, before->at.file, before->at.line,
                  after->at.file, after->at.line);
    }
    return table.text();
}

} // namespace framsyn::app
