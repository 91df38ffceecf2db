#include "app/scenario/text/differences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace framsyn::app {
namespace {

constexpr std::array<std::string_view, 12> words_about{"schema", "extends", "remove", "source",   "title", "title_en",
                                                       "name",   "name_en", "label",  "label_en", "note",  "note_en"};

/// The keys of an entry that are read first; the others follow by name.
constexpr std::array<std::string_view, 6> first_keys{"kind", "unit", "trust", "residence", "service", "date"};

bool is_about(const std::string& key) {
    return std::find(words_about.begin(), words_about.end(), key) != words_about.end();
}

const std::string* id_of(const Value& item) {
    const Value* id = item.find("id");
    return id ? id->as<std::string>() : nullptr;
}

bool has_ids(const Value& value) {
    const Array* array = value.as<Array>();
    return array && !array->empty() &&
           std::all_of(array->begin(), array->end(), [](const Value& item) { return id_of(item) != nullptr; });
}

/// The members of an entry in an order of their own: that of the file's lines says nothing.
std::vector<const Member*> in_reading_order(const Table& table) {
    std::vector<const Member*> members;
    for (const Member& member : table) members.push_back(&member);
    const auto place = [](const Member* member) {
        return std::pair(std::find(first_keys.begin(), first_keys.end(), member->key), std::string_view(member->key));
    };
    std::sort(members.begin(), members.end(), [&](const Member* a, const Member* b) { return place(a) < place(b); });
    return members;
}

/// As people read it: a number with its interval, words without quotes, an entry by its keys.
std::string text_of(const Value& value) {
    if (const std::string* text = value.as<std::string>()) return *text;
    if (const Array* array = value.as<Array>()) {
        std::vector<std::string> items;
        for (const Value& item : *array) items.push_back(text_of(item));
        return fmt::format("{}", fmt::join(items, ", "));
    }
    const Table* table = value.as<Table>();
    if (!table) return value.printed();
    if (const Value* number = value.find("value")) {
        const Value* low = value.find("low");
        const Value* high = value.find("high");
        return low && high ? fmt::format("{} ({}–{})", text_of(*number), text_of(*low), text_of(*high))
                           : text_of(*number);
    }
    std::vector<std::string> items;
    for (const Member* member : in_reading_order(*table)) {
        if (member->key != "id" && !is_about(member->key)) {
            items.push_back(fmt::format("{} {}", member->key, text_of(member->value)));
        }
    }
    return fmt::format("{}", fmt::join(items, ", "));
}

class Comparison {
  public:
    std::vector<Difference> found;

    void compare(const std::string& key, const Value* before, const Value* after) {
        if (before && after && before->as<Table>() && after->as<Table>() && !before->find("value") &&
            !after->find("value")) {
            compare_tables(key, *before->as<Table>(), *before, *after->as<Table>(), *after);
        } else if ((before && has_ids(*before)) || (after && has_ids(*after))) {
            compare_lists(key, before, after);
        } else {
            note(key, before, after);
        }
    }

  private:
    void note(const std::string& key, const Value* before, const Value* after) {
        Difference difference{key, before ? text_of(*before) : "", after ? text_of(*after) : "",
                              before ? before->at : Position{}, after ? after->at : Position{}};
        if (difference.before != difference.after) found.push_back(std::move(difference));
    }

    void compare_tables(const std::string& key, const Table& before, const Value& before_value, const Table& after,
                        const Value& after_value) {
        const auto inside = [&](const std::string& name) { return key.empty() ? name : key + "." + name; };
        for (const Member& member : after) {
            if (!is_about(member.key)) compare(inside(member.key), before_value.find(member.key), &member.value);
        }
        for (const Member& member : before) {
            if (!is_about(member.key) && !after_value.find(member.key))
                compare(inside(member.key), &member.value, nullptr);
        }
    }

    static const Array& entries_of(const Value* list) {
        static const Array none;
        const Array* entries = list ? list->as<Array>() : nullptr;
        return entries ? *entries : none;
    }

    static std::map<std::string, const Value*> by_id(const Array& entries) {
        std::map<std::string, const Value*> found;
        for (const Value& entry : entries) {
            if (const std::string* id = id_of(entry)) found.emplace(*id, &entry);
        }
        return found;
    }

    void compare_lists(const std::string& key, const Value* before, const Value* after) {
        const auto earlier = by_id(entries_of(before));
        const auto later = by_id(entries_of(after));
        for (const Value& entry : entries_of(after)) {
            const std::string* id = id_of(entry);
            if (!id) continue;
            const auto other = earlier.find(*id);
            compare(key + "." + *id, other == earlier.end() ? nullptr : other->second, &entry);
        }
        for (const Value& entry : entries_of(before)) {
            const std::string* id = id_of(entry);
            if (id && !later.contains(*id)) compare(key + "." + *id, &entry, nullptr);
        }
    }
};

} // namespace

std::string value_text(const Value& value) {
    return text_of(value);
}

std::vector<Difference> differences_between(const Value& before, const Value& after) {
    Comparison comparison;
    const auto sections = [](const Value& root) {
        Value kept = root;
        Table& members = std::get<Table>(kept.data);
        members.erase(std::remove_if(members.begin(), members.end(),
                                     [](const Member& member) { return member.key == "scenario"; }),
                      members.end());
        return kept;
    };
    const Value kept_before = sections(before);
    const Value kept_after = sections(after);
    comparison.compare("", &kept_before, &kept_after);
    return std::move(comparison.found);
}

} // namespace framsyn::app
