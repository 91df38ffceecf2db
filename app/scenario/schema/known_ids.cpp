#include "app/scenario/schema/known_ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace framsyn::app {
namespace {

void add(KnownNames& names, const std::string& name) {
    names.in_order.push_back(name);
    names.sorted.insert(name);
}

/// Small letters, digits and single spaces alone, as ids have them: å as a, ø as o, æ as ae. Begins with a space.
std::string plain(std::string_view text) {
    std::string made = " ";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        if (byte == 0xC3 &&
            (next == 0xA5 || next == 0x85 || next == 0xB8 || next == 0x98 || next == 0xA6 || next == 0x86)) {
            made += next == 0xA5 || next == 0x85 ? "a" : next == 0xB8 || next == 0x98 ? "o" : "ae";
            ++i;
        } else if (byte < 0x80 && std::isalnum(byte) != 0) {
            made += static_cast<char>(std::tolower(byte));
        } else if (made.back() != ' ') {
            made += ' ';
        }
    }
    return made;
}

/// Every text of an entry, plain.
void gather(const Value& value, std::string& texts) {
    if (const std::string* text = value.as<std::string>()) {
        texts += plain(*text) + " ";
    } else if (const Table* table = value.as<Table>()) {
        for (const Member& member : *table) gather(member.value, texts);
    } else if (const Array* array = value.as<Array>()) {
        for (const Value& item : *array) gather(item, texts);
    }
}

/// What may be looked for: the whole name, then its words, the longest first.
std::vector<std::string> words_of(const std::string& name) {
    constexpr std::size_t least_letters = 4, most_letters = 200;
    if (name.size() > most_letters) return {};
    std::string whole = plain(name).substr(1);
    while (!whole.empty() && whole.back() == ' ') whole.pop_back();
    std::vector<std::string> words;
    for (std::size_t at = 0; at < whole.size();) {
        const std::size_t end = std::min(whole.find(' ', at), whole.size());
        words.push_back(whole.substr(at, end - at));
        at = end + 1;
    }
    std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    words.insert(words.begin(), whole);
    words.erase(
        std::remove_if(words.begin(), words.end(), [](const std::string& word) { return word.size() < least_letters; }),
        words.end());
    return words;
}

const Array* entries_of(const Value& root, const std::string& list) {
    const Value* value = root.find(list);
    return value ? value->as<Array>() : nullptr;
}

/// An id and all that is written of it.
struct Described {
    std::string id, texts;
};

std::vector<Described> described(const Value& root, const std::string& list) {
    std::vector<Described> all;
    const Array* entries = entries_of(root, list);
    const Array* changes = list == "unit" ? entries_of(root, "change") : nullptr; // a building project names its place
    for (const Value& entry : entries ? *entries : Array{}) {
        const Value* id = entry.find("id");
        const std::string* name = id ? id->as<std::string>() : nullptr;
        if (!name) continue;
        Described& one = all.emplace_back(Described{*name, ""});
        gather(entry, one.texts);
        for (const Value& change : changes ? *changes : Array{}) {
            const Value* unit = change.find("unit");
            const std::string* of = unit ? unit->as<std::string>() : nullptr;
            if (of && *of == *name) gather(change, one.texts);
        }
    }
    return all;
}

} // namespace

std::string KnownNames::listed() const {
    constexpr std::size_t most = 40;
    if (in_order.size() <= most) return fmt::format("{}", fmt::join(in_order, ", "));
    const auto end = in_order.begin() + static_cast<std::ptrdiff_t>(most);
    return fmt::format("{}, … ({})", fmt::join(in_order.begin(), end, ", "), in_order.size());
}

const KnownNames& KnownIds::names_for(const Key& key) {
    const auto [place, is_new] = gathered_.try_emplace(&key);
    KnownNames& names = place->second;
    if (!is_new) return names;
    for (const std::string& choice : key.choices) add(names, choice);
    for (const std::string& list_and_key : key.lists) {
        // A list's ids, or the values of another key of its entries.
        const std::size_t dot = list_and_key.find('.');
        const std::string list = list_and_key.substr(0, dot);
        const std::string name_key = dot == std::string::npos ? "id" : list_and_key.substr(dot + 1);
        const Value* value = root_.find(list);
        const Array* entries = value ? value->as<Array>() : nullptr;
        if (!entries) continue;
        for (const Value& entry : *entries) {
            const Value* id = entry.find(name_key);
            const std::string* name = id ? id->as<std::string>() : nullptr;
            if (name && !names.has(*name)) add(names, *name);
        }
    }
    return names;
}

KnownIds::Mention KnownIds::mentions(const Key& key, const std::string& name) const {
    constexpr std::size_t most = 3; // a word of more entries says nothing of any
    std::vector<Described> all;
    for (const std::string& list : key.lists) {
        if (list.find('.') != std::string::npos) continue;
        for (Described& one : described(root_, list)) all.push_back(std::move(one));
    }
    for (const std::string& word : words_of(name)) {
        Mention found{word, {}};
        for (const Described& one : all) {
            if (one.texts.find(" " + word) != std::string::npos) found.ids.push_back(one.id);
        }
        if (!found.ids.empty() && found.ids.size() <= most) return found;
    }
    return {};
}

} // namespace framsyn::app
