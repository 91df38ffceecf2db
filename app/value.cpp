#include "app/value.hpp"

#include "app/stray_character.hpp"

#include <fmt/format.h>

// The parser asserts on some broken headers ([[[x]]]) that it then reports properly; a user's mistake must never abort.
#undef NDEBUG
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <regex>
#include <sstream>

namespace framsyn::app {
namespace {

Position position_of(const toml::source_region& source, const std::string& file) {
    return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

Value convert(const toml::node& node, const std::string& file);

Value convert_table(const toml::table& table, const std::string& file) {
    Table members;
    for (const auto& [key, node] : table) {
        members.push_back({std::string(key.str()), position_of(key.source(), file), convert(node, file)});
    }
    // The parser keeps keys sorted by name; people and messages want the order of the file.
    std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
        return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
    });
    return {std::move(members), position_of(table.source(), file)};
}

Value convert(const toml::node& node, const std::string& file) {
    const Position at = position_of(node.source(), file);
    if (const toml::table* table = node.as_table()) return convert_table(*table, file);
    if (const toml::array* array = node.as_array()) {
        Array items;
        for (const toml::node& item : *array) items.push_back(convert(item, file));
        return {std::move(items), at};
    }
    if (const auto* text = node.as_string()) return {text->get(), at};
    if (const auto* integer = node.as_integer()) return {integer->get(), at};
    if (const auto* number = node.as_floating_point()) return {number->get(), at};
    if (const auto* flag = node.as_boolean()) return {flag->get(), at};
    if (const auto* date = node.as_date()) return {Date{date->get().year, date->get().month, date->get().day}, at};
    throw BadInput(at, {"klokkeslett brukes ikke i et scenario; skriv en dato som 2026-04-01",
                        "times of day are not used in a scenario; write a date such as 2026-04-01"});
}

const std::string* id_of(const Value& item) {
    const Value* id = item.find("id");
    return id ? id->as<std::string>() : nullptr;
}

bool is_list_of_tables(const Value& value) {
    const Array* array = value.as<Array>();
    return array && !array->empty() &&
           std::all_of(array->begin(), array->end(), [](const Value& item) { return item.as<Table>() != nullptr; });
}

/// A number with its interval and source is one value, not a table to merge into.
bool is_section(const Value& value) {
    return value.as<Table>() && !value.find("value");
}

bool wants_removal(const Value& item) {
    const Value* remove = item.find("remove");
    const bool* flag = remove ? remove->as<bool>() : nullptr;
    return flag && *flag;
}

void merge_list(Array& base, const Array& changes, Problems& problems) {
    for (const Value& change : changes) {
        const std::string* id = id_of(change);
        if (!id) {
            problems.add(change.at, {"et element i en liste må ha en id", "an entry of a list must have an id"});
            continue;
        }
        const auto same_id = [&](const Value& item) {
            const std::string* other = id_of(item);
            return other && *other == *id;
        };
        const auto found = std::find_if(base.begin(), base.end(), same_id);
        if (wants_removal(change)) {
            if (found != base.end()) {
                base.erase(found);
            } else {
                std::vector<std::string> ids;
                for (const Value& item : base) {
                    if (const std::string* other = id_of(item)) ids.push_back(*other);
                }
                const Text hint = did_you_mean(*id, ids);
                problems.add(change.at, {fmt::format("kan ikke fjerne «{}»: finnes ikke{}", *id, hint.nb),
                                         fmt::format("cannot remove \"{}\": there is none{}", *id, hint.en)});
            }
        } else if (found != base.end()) {
            *found = merge(std::move(*found), change, problems);
        } else {
            base.push_back(change);
        }
    }
}

/// What to write instead where a line has a number with a decimal comma (0,85), as Norwegian spreadsheets write it.
Text decimal_comma_hint(const std::string& toml, std::size_t line_number) {
    std::istringstream lines(toml);
    std::string line;
    for (std::size_t i = 0; i < line_number; ++i) {
        if (!std::getline(lines, line)) return {};
    }
    static const std::regex decimal_comma(R"(=\s*(-?\d{1,15}),(\d{1,15})\s*(#.*)?$)");
    std::smatch number;
    if (line.size() > 200 || !std::regex_search(line, number, decimal_comma)) return {};
    const std::string with_point = number[1].str() + "." + number[2].str();
    return {"; desimaltall skrives med punktum: " + with_point,
            "; numbers with decimals are written with a point: " + with_point};
}

/// Reads the text of --set as TOML would, and as plain text where that fails (so that unn needs no quotes): what the key
/// expects is checked afterwards like any other value.
Value read_set_value(const std::string& text) {
    const Position at{"--set", 0, 0};
    const auto parsed = [&]() -> std::optional<Value> {
        try {
            return parse_toml("x = " + text, "--set");
        } catch (const BadInput&) {
            return std::nullopt;
        }
    }();
    const Value* read = parsed ? parsed->find("x") : nullptr;
    return read ? Value{read->data, at} : Value{text, at};
}

std::vector<std::string> split_address(const std::string& address) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t dot = address.find('.'); dot != std::string::npos; dot = address.find('.', begin)) {
        parts.push_back(address.substr(begin, dot - begin));
        begin = dot + 1;
    }
    parts.push_back(address.substr(begin));
    return parts;
}

/// Steps into a table's member or a list's entry by id; fills names with what there was to choose from.
Value* step_into(Value& value, const std::string& part, std::vector<std::string>& names) {
    if (Table* table = std::get_if<Table>(&value.data)) {
        for (Member& member : *table) {
            if (member.key == part) return &member.value;
            names.push_back(member.key);
        }
    } else if (Array* array = std::get_if<Array>(&value.data)) {
        for (Value& item : *array) {
            const std::string* id = id_of(item);
            if (id && *id == part) return &item;
            if (id) names.push_back(*id);
        }
    }
    return nullptr;
}

} // namespace

const Value* Value::find(const std::string& key) const {
    const Table* table = as<Table>();
    if (!table) return nullptr;
    for (const Member& member : *table) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

std::string Value::printed() const {
    if (const bool* flag = as<bool>()) return *flag ? "true" : "false";
    if (const auto* integer = as<std::int64_t>()) return fmt::format("{}", *integer);
    if (const double* number = as<double>()) return fmt::format("{}", *number);
    if (const std::string* text = as<std::string>()) return fmt::format("\"{}\"", *text);
    if (const Date* date = as<Date>()) return fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
    if (as<Array>()) return "[…]";
    return "{…}";
}

Value parse_toml(const std::string& text, const std::string& file) {
    // toml++ 3.3 runs into undefined behaviour at some letters outside quotes (U+00A1 to U+0499, so å too).
    if (const auto stray = stray_character(text, file)) {
        throw BadInput(stray->at,
                       {fmt::format("«{}» må stå i anførselstegn (\"…\"); navn uten anførselstegn skrives med a–z, 0–9, "
                                    "- og _",
                                    stray->character),
                        fmt::format("\"{}\" must stand in straight quotes (\"…\"); names without quotes are written "
                                    "with a–z, 0–9, - and _",
                                    stray->character)});
    }
    try {
        const toml::table table = toml::parse(std::string_view(text), file);
        return convert_table(table, file);
    } catch (const toml::parse_error& error) {
        const std::string what(error.description());
        const Text hint = decimal_comma_hint(text, error.source().begin.line);
        throw BadInput(position_of(error.source(), file),
                       {"ugyldig TOML: " + what + hint.nb, "not valid TOML: " + what + hint.en});
    }
}

Value merge(Value base, const Value& changes, Problems& problems) {
    if (is_list_of_tables(base) && is_list_of_tables(changes)) {
        merge_list(std::get<Array>(base.data), std::get<Array>(changes.data), problems);
        return base;
    }
    if (!is_section(base) || !is_section(changes)) return changes;
    Table& members = std::get<Table>(base.data);
    for (const Member& change : std::get<Table>(changes.data)) {
        const auto found = std::find_if(members.begin(), members.end(),
                                        [&](const Member& member) { return member.key == change.key; });
        if (found == members.end()) {
            members.push_back(change);
        } else {
            found->value = merge(std::move(found->value), change.value, problems);
            found->at = change.at;
        }
    }
    return base;
}

void set_value(Value& root, const std::string& address, const std::string& text, Problems& problems) {
    const std::vector<std::string> parts = split_address(address);
    Value* place = &root;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        std::vector<std::string> names;
        Value* next = step_into(*place, parts[i], names);
        if (!next) {
            const Text hint = did_you_mean(parts[i], names);
            problems.add({"--set " + address, 0, 0}, {fmt::format("finner ikke «{}»{}", parts[i], hint.nb),
                                                      fmt::format("there is no \"{}\"{}", parts[i], hint.en)});
            return;
        }
        place = next;
    }
    Table* table = std::get_if<Table>(&place->data);
    if (!table) {
        problems.add({"--set " + address, 0, 0},
                     {"adressen må ende i en nøkkel: liste.id.nøkkel", "the address must end in a key: list.id.key"});
        return;
    }
    Value value = read_set_value(text);
    value.at.file = "--set " + address;
    const auto found =
        std::find_if(table->begin(), table->end(), [&](const Member& member) { return member.key == parts.back(); });
    if (found != table->end()) {
        found->value = std::move(value);
    } else {
        const Position at = value.at;
        table->push_back({parts.back(), at, std::move(value)});
    }
}

} // namespace framsyn::app
