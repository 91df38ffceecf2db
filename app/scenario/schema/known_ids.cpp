#include "app/scenario/schema/known_ids.hpp"

#include <fmt/format.h>

namespace framsyn::app {
namespace {

void add(KnownNames& names, const std::string& name) {
    names.in_order.push_back(name);
    names.sorted.insert(name);
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

} // namespace framsyn::app
