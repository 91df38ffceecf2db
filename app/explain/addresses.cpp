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

/// Addresses in the order of the files: lists, entries and values.
class Addresses {
  public:
    explicit Addresses(const std::vector<Leaf>& leaves) {
        for (const Leaf& leaf : leaves) {
            for (std::size_t dot = leaf.address.find('.'); dot != std::string::npos;
                 dot = leaf.address.find('.', dot + 1))
                add(leaf.address.substr(0, dot));
            add(leaf.address);
        }
    }

    bool has(const std::string& name) const { return known_.contains(name); }

    /// A few that may be meant by an address that isn't there.
    std::vector<std::string> near(const std::string& address) const {
        std::vector<std::string> found = by_id(address);
        if (!found.empty()) return found;
        std::vector<std::string> left = all_;
        while (found.size() < most_suggested) {
            const std::string name = nearest_name(address, left);
            if (name.empty()) break;
            found.push_back(name);
            left.erase(std::find(left.begin(), left.end(), name));
        }
        return found.empty() ? with_the_key(address) : found;
    }

  private:
    void add(const std::string& name) {
        if (known_.insert(name).second) all_.push_back(name);
    }

    static std::string id_in(const std::string& name) {
        const std::size_t first = name.find('.');
        if (first == std::string::npos) return "";
        const std::size_t second = name.find('.', first + 1);
        return name.substr(first + 1, second == std::string::npos ? second : second - first - 1);
    }

    /// The list is right and the id a part of others (`stay.phv.mean`), or the list is left out (`unn-dps`, `unn.dps`).
    std::vector<std::string> by_id(const std::string& address) const {
        const std::string list = address.substr(0, address.find('.'));
        const std::size_t last = address.rfind('.');
        std::string id = id_in(address);
        const bool is_list = has(list);
        if (is_list && (id.empty() || has(list + "." + id))) return {};
        const std::string key = is_list && last > list.size() ? address.substr(last) : "";
        if (!is_list) {
            id = address;
            std::replace(id.begin(), id.end(), '.', '-');
        }
        std::vector<std::string> found;
        for (const std::string& name : all_) {
            const std::string other = id_in(name);
            const bool is_entry = !other.empty() && name.ends_with("." + other);
            const bool fits =
                is_list ? name.starts_with(list + ".") && other.find(id) != std::string::npos : other == id;
            if (!is_entry || !fits || found.size() == most_suggested) continue;
            found.push_back(has(name + key) ? name + key : name);
        }
        return found;
    }

    /// The list and the key are right, the id is far off.
    std::vector<std::string> with_the_key(const std::string& address) const {
        const std::string list = address.substr(0, address.find('.')) + ".";
        const std::string key = address.substr(std::min(address.rfind('.'), address.size()));
        std::vector<std::string> found;
        for (const std::string& name : all_) {
            if (!key.empty() && name.starts_with(list) && name.ends_with(key) && found.size() < most_suggested)
                found.push_back(name);
        }
        return found;
    }

    std::vector<std::string> all_;
    std::set<std::string> known_;
};

/// The action that opens a new unit which an address names, `unit.<id>`, `unit.<id>.<key>` or its id alone; empty where none
/// does.
std::string opener_of(const Value& root, const std::string& address) {
    const std::string list = "unit.";
    std::string id = address.starts_with(list) ? address.substr(list.size()) : address;
    id = id.substr(0, id.find('.'));
    const Value* actions = root.find("action");
    for (const Value& action : actions && actions->as<Array>() ? *actions->as<Array>() : Array{}) {
        const Value* unit = action.find("new_unit");
        const std::string* name = unit ? unit->as<std::string>() : nullptr;
        if (name && *name == id && id_of(action)) return "action." + *id_of(action);
    }
    return "";
}

[[noreturn]] void not_found(const Value& root, const std::vector<Leaf>& leaves, const std::string& address) {
    const Position at{shown(address), 0, 0};
    if (is_known_key(root, address)) {
        throw BadInput(at, {"står ikke i scenariet; da gjelder det som scenario-format.md sier om nøkkelen",
                            "isn't said in the scenario; what scenario-format.md says of the key holds then"});
    }
    const std::vector<std::string> meant = Addresses(leaves).near(address);
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
    // A unit that an action opens has its numbers there.
    const std::string opener = found.empty() ? opener_of(root, address) : "";
    if (!opener.empty()) keep([&](const Leaf& leaf) { return leaf.address.starts_with(opener + "."); });
    if (found.empty()) not_found(root, leaves, address);
    return found;
}

} // namespace framsyn::app
