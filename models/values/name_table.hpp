#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framsyn {

/// A value of an enumeration and what files call it.
template <class Enum>
struct Named {
    Enum value;
    std::string_view name;
};

/// All values of an enumeration with their names: the one place where both are written.
template <class Enum, std::size_t Count>
using NameTable = std::array<Named<Enum>, Count>;

/// The name of a value; empty if the table lacks it.
template <class Enum, std::size_t Count>
std::string name_in(const NameTable<Enum, Count>& table, Enum value) {
    for (const Named<Enum>& entry : table) {
        if (entry.value == value) return std::string(entry.name);
    }
    return "";
}

/// The value that goes by a name; nothing if none does.
template <class Enum, std::size_t Count>
std::optional<Enum> value_in(const NameTable<Enum, Count>& table, std::string_view name) {
    for (const Named<Enum>& entry : table) {
        if (entry.name == name) return entry.value;
    }
    return std::nullopt;
}

/// Every name, in the order of the table.
template <class Enum, std::size_t Count>
std::vector<std::string> names_in(const NameTable<Enum, Count>& table) {
    std::vector<std::string> names;
    for (const Named<Enum>& entry : table) names.emplace_back(entry.name);
    return names;
}

} // namespace framsyn
