#include "app/explain/addresses.hpp"

#include "app/ground/found_text.hpp"
#include "app/ground/problems.hpp"
#include "app/scenario/schema/scenario_sections.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace framsyn::app {
namespace {

constexpr std::size_t most_suggested = 3;

bool is_name(const std::string& key) {
    return key == "id" || key == "schema" || key == "extends";
}

void add_members(std::vector<Leaf>& leaves, const std::string& address, const Value& entry) {
    for (const Member& member : *entry.as<Table>()) {
        if (!is_name(member.key)) leaves.push_back({address + "." + member.key, &member.value, &entry});
    }
}

const std::string* id_of(const Value& entry) {
    const Value* id = entry.find("id");
    return id ? id->as<std::string>() : nullptr;
}

/// The key is in the format, though the scenario doesn't say it.
bool is_known_key(const Value& root, const std::string& address) {
    const std::size_t first = address.find('.');
    const std::size_t last = address.rfind('.');
    if (first == std::string::npos) return false;
    const std::string list = address.substr(0, first);
    const std::string key = address.substr(last + 1);
    const std::string id = last > first ? address.substr(first + 1, last - first - 1) : "";
    const Value* there = root.find(list);
    const Array* entries = there ? there->as<Array>() : nullptr;
    const bool is_entry = entries && std::any_of(entries->begin(), entries->end(), [&](const Value& entry) {
                              return id_of(entry) && *id_of(entry) == id;
                          });
    if (!is_entry && !(there && there->as<Table>() && id.empty())) return false;
    for (const Section& section : scenario_sections()) {
        if (section.name != list) continue;
        return std::any_of(section.keys.begin(), section.keys.end(),
                           [&](const Key& known) { return known.name == key; });
    }
    return false;
}

/// Addresses of entries and values that hold the word, such as an id without its list.
std::vector<std::string> holding(const std::set<std::string>& names, const std::string& word) {
    std::vector<std::string> found;
    for (const std::string& name : names) {
        if (word.size() > 2 && name.find(word) != std::string::npos && found.size() < most_suggested)
            found.push_back(name);
    }
    return found;
}

std::vector<std::string> nearest(std::set<std::string> names, const std::string& address) {
    const std::vector<std::string> held = holding(names, address);
    if (!held.empty()) return held;
    std::vector<std::string> found;
    while (found.size() < most_suggested) {
        const std::string name = nearest_name(address, {names.begin(), names.end()});
        if (name.empty()) break;
        found.push_back(name);
        names.erase(name);
    }
    if (!found.empty()) return found;
    const std::string key = address.substr(address.rfind('.') + 1);
    const std::string list = address.substr(0, address.find('.'));
    for (const std::string& name : names) { // the list and the key are right, the id is far off
        if (name.starts_with(list + ".") && name.ends_with("." + key) && found.size() < most_suggested)
            found.push_back(name);
    }
    return found.empty() ? holding(names, key) : found;
}

[[noreturn]] void not_found(const Value& root, const std::vector<Leaf>& leaves, const std::string& address) {
    const Position at{shown(address), 0, 0};
    if (is_known_key(root, address)) {
        throw BadInput(at, {"står ikke i scenariet; da gjelder det som scenario-format.md sier om nøkkelen",
                            "isn't said in the scenario; what scenario-format.md says of the key holds then"});
    }
    std::set<std::string> names;
    for (const Leaf& leaf : leaves) {
        for (std::size_t dot = leaf.address.find('.'); dot != std::string::npos; dot = leaf.address.find('.', dot + 1))
            names.insert(leaf.address.substr(0, dot));
        names.insert(leaf.address);
    }
    const std::vector<std::string> meant = nearest(std::move(names), address);
    if (meant.empty()) {
        std::set<std::string> lists;
        for (const Leaf& leaf : leaves) lists.insert(leaf.list());
        throw BadInput(at, {fmt::format("finnes ikke i scenariet; adresser begynner med {}", fmt::join(lists, ", ")),
                            fmt::format("isn't in the scenario; addresses begin with {}", fmt::join(lists, ", "))});
    }
    throw BadInput(at, {fmt::format("finnes ikke i scenariet; mente du {}?", fmt::join(meant, ", ")),
                        fmt::format("isn't in the scenario; did you mean {}?", fmt::join(meant, ", "))});
}

} // namespace

std::vector<Leaf> leaves_of(const Value& root) {
    std::vector<Leaf> leaves;
    for (const Member& section : *root.as<Table>()) {
        if (section.value.as<Table>()) {
            add_members(leaves, section.key, section.value);
        } else if (const Array* entries = section.value.as<Array>()) {
            for (const Value& entry : *entries) {
                if (id_of(entry)) add_members(leaves, section.key + "." + *id_of(entry), entry);
            }
        }
    }
    return leaves;
}

std::vector<Leaf> leaves_at(const Value& root, const std::string& address) {
    const std::vector<Leaf> leaves = leaves_of(root);
    std::vector<Leaf> found;
    const auto keep = [&](auto&& fits) { std::copy_if(leaves.begin(), leaves.end(), std::back_inserter(found), fits); };
    keep([&](const Leaf& leaf) { return leaf.address == address || leaf.address.starts_with(address + "."); });
    if (found.empty() && !address.empty()) keep([&](const Leaf& leaf) { return leaf.address.starts_with(address); });
    if (found.empty()) not_found(root, leaves, address);
    return found;
}

} // namespace framsyn::app
