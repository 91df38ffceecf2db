#include "app/explain/input_age.hpp"

#include "app/explain/addresses.hpp"
#include "app/explain/layout.hpp"
#include "app/ground/tidy_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>

namespace framsyn::app {
namespace {

bool is_digit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

std::size_t digits_from(const std::string& text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

std::size_t digits_before(const std::string& text, std::size_t end) {
    std::size_t at = end;
    while (at > 0 && is_digit(text[at - 1])) --at;
    return end - at;
}

/// Whether four digits are of a number with decimals, behind a point or comma or before it; "2014,2015" is two years.
bool are_of_a_decimal(const std::string& text, std::size_t at) {
    constexpr std::size_t year = 4;
    const std::size_t end = at + year;
    if (at > 0 && text[at - 1] == '.') return true;
    if (at > 0 && text[at - 1] == ',') {
        const std::size_t whole = digits_before(text, at - 1);
        if (whole > 0 && whole != year) return true;
    }
    if (end >= text.size() || (text[end] != '.' && text[end] != ',')) return false;
    const std::size_t decimals = digits_from(text, end + 1);
    return decimals > 0 && (text[end] == '.' || decimals != year);
}

/// The last of the years that a text names, up to a year; "2014–2015" is 2015, and 07459, 12 345 or 0,2013 is none.
std::optional<int> last_year_in(const std::string& text, int up_to) {
    std::optional<int> last;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t digits = digits_from(text, at);
        if (digits == 4 && !are_of_a_decimal(text, at)) {
            const int year = std::stoi(text.substr(at, digits));
            if (year >= 1900 && year <= up_to) last = std::max(last.value_or(year), year);
        }
        at += digits;
    }
    return last;
}

/// The last year in a table's column of years; a period's end isn't in it.
std::optional<int> last_year_of_table(const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    if (!std::getline(lines, line)) return std::nullopt;
    const auto cells_of = [](const std::string& row) {
        std::vector<std::string> cells;
        std::string cell;
        for (const char c : row) {
            if (c == ',' || c == ';' || c == '\t') {
                cells.push_back(cell);
                cell.clear();
            } else if (c != '\r') {
                cell += c;
            }
        }
        cells.push_back(cell);
        return cells;
    };
    const std::vector<std::string> names = cells_of(line);
    const auto year = std::find(names.begin(), names.end(), "year");
    if (year == names.end()) return std::nullopt; // periods lie ahead
    const auto column = static_cast<std::size_t>(year - names.begin());
    std::optional<int> last;
    while (std::getline(lines, line)) {
        const std::vector<std::string> cells = cells_of(line);
        if (column >= cells.size() || cells[column].size() != 4) continue;
        if (!std::all_of(cells[column].begin(), cells[column].end(), is_digit)) continue;
        last = std::max(last.value_or(0), std::stoi(cells[column]));
    }
    return last;
}

std::optional<int> year_key(const Value& root, const std::string& address) {
    for (const char* list : {"count.", "statement.", "elsewhere."}) {
        if (!address.starts_with(list)) continue;
        for (const Leaf& leaf : leaves_at(root, address.substr(0, address.rfind('.')))) {
            const auto* year = leaf.key() == "year" ? leaf.value->as<std::int64_t>() : nullptr;
            if (year) return static_cast<int>(*year);
        }
    }
    return std::nullopt;
}

/// A later count of the same beds is there.
bool is_replaced(const WrittenScenario& scenario, const std::string& address) {
    for (const study::CountInfo& count : scenario.counts) {
        if (address != "count." + count.id + ".beds") continue;
        return std::any_of(scenario.counts.begin(), scenario.counts.end(), [&](const study::CountInfo& other) {
            return other.trust == count.trust && other.service.id == count.service.id && other.year > count.year;
        });
    }
    return false;
}

class Ages {
  public:
    explicit Ages(const WrittenScenario& scenario) : scenario_(scenario) {
        ages_.newest = newest_counted_year(scenario);
    }

    InputAges all() {
        for (const Quantity& number : scenario_.assumptions) {
            if (is_replaced(scenario_, number.address)) continue;
            std::optional<int> year = year_key(scenario_.as_written, number.address);
            if (!year) year = last_year_in(number.source, ages_.newest + 1);
            add({number.address, number.source, year.value_or(0), number.at}, number.status);
        }
        for (const TableInfo& table : scenario_.tables) {
            std::optional<int> year;
            for (const InputFile& file : scenario_.files) {
                if (file.path == table.file) year = last_year_of_table(file.text);
            }
            if (year && table.id == "population") --*year; // a 1 January is the end of the year before
            if (!year) year = last_year_in(table.source, ages_.newest + 1);
            add({"table." + table.id, table.source, year.value_or(0), table.at}, table.status);
        }
        add_words();
        std::stable_sort(ages_.older.begin(), ages_.older.end(),
                         [](const AgedInput& a, const AgedInput& b) { return a.year < b.year; });
        return std::move(ages_);
    }

  private:
    /// Titles and notes that name no later year than one before the base year: nobody renews them but who wrote them.
    void add_words() {
        for (const Leaf& leaf : leaves_of(scenario_.as_written)) {
            if (leaf.list() != "scenario" && leaf.list() != "activity") continue;
            const auto* words = leaf.value->as<std::string>();
            const std::string key = leaf.key();
            const bool is_said = key.starts_with("title") || key.starts_with("description") || key.starts_with("note");
            const std::optional<int> year = words && is_said ? last_year_in(*words, ages_.newest) : std::nullopt;
            if (year && *year < scenario_.base_year)
                ages_.older.push_back({leaf.address, *words, *year, leaf.value->at});
        }
    }

    void add(AgedInput input, Status status) {
        ++ages_.inputs;
        if (input.year == 0) {
            ++ages_.without_year;
            if (status == Status::assumed) ++ages_.assumed_without;
        } else if (input.year < ages_.newest) {
            ages_.older.push_back(std::move(input));
        }
    }

    const WrittenScenario& scenario_;
    InputAges ages_;
};

} // namespace

int newest_counted_year(const WrittenScenario& scenario) {
    int newest = scenario.base_year;
    for (const study::CountInfo& count : scenario.counts) newest = std::max(newest, count.year);
    for (const study::ActivityInfo& activity : scenario.activities) {
        if (!activity.counted.empty()) newest = std::max(newest, activity.counted.back().year);
    }
    return newest;
}

InputAges ages_of(const WrittenScenario& scenario) {
    return Ages(scenario).all();
}

std::string older_inputs_text(const InputAges& ages, Language language, std::size_t width) {
    const bool nb = language == Language::nb;
    std::string text = fmt::format(
        fmt::runtime(nb ? "Nyeste talte år er {}. {} av {} inndata er fra år før det, eldste først:\n"
                        : "The newest counted year is {}. {} of {} inputs are from years before it, oldest first:\n"),
        ages.newest, ages.older.size(), ages.inputs);
    std::vector<std::pair<int, std::string>> order; // of year and source, each once
    std::map<std::pair<int, std::string>, std::string> addresses;
    for (const AgedInput& input : ages.older) {
        const std::pair<int, std::string> key{input.year, input.source};
        std::string& list = addresses[key];
        if (list.empty()) order.push_back(key);
        const std::size_t folder = input.at.file.rfind('/');
        const Position at{folder == std::string::npos ? input.at.file : input.at.file.substr(folder + 1), input.at.line,
                          input.at.column};
        list += (list.empty() ? "" : ", ") + input.address + " [" + place_text(at) + "]";
    }
    int year = 0;
    for (const auto& key : order) {
        if (key.first != year) text += fmt::format("\n{}\n", key.first);
        year = key.first;
        text +=
            labelled(nb ? "kilde" : "source", 8, key.second.empty() ? (nb ? "(ingen)" : "(none)") : key.second, width);
        text += labelled(nb ? "inndata" : "inputs", 8, addresses[key], width);
    }
    text += "\n";
    text += fmt::format(fmt::runtime(nb ? "{} inndata sier ikke hvilket år de er fra; {} av dem er antakelser.\n"
                                        : "{} inputs don't say what year they are from; {} of them are assumptions.\n"),
                        ages.without_year, ages.assumed_without);
    return text;
}

std::string older_inputs_csv(const InputAges& ages) {
    TidyTable table("older.csv",
                    {{"key"}, {"year", CellType::integer}, {"source"}, {"file"}, {"line", CellType::integer}});
    for (const AgedInput& input : ages.older)
        table.row(input.address, input.year, input.source, input.at.file, input.at.line);
    return table.text();
}

} // namespace framsyn::app
