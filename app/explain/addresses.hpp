#pragma once

#include "app/scenario/text/value.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// A value of a scenario and what it is called: list.id.key or section.key. The entry is what the key stands in.
struct Leaf {
    std::string address;
    const Value* value = nullptr;
    const Value* entry = nullptr;

    std::string list() const { return address.substr(0, address.find('.')); }
    std::string key() const { return address.substr(address.rfind('.') + 1); }
};

/// Every value of a scenario in the order of its files; ids aren't values. The root must outlive them.
std::vector<Leaf> leaves_of(const Value& root);

/// The value of this address, or all below it (`stay`, `stay.dps`); where there is none so called, those whose address
/// begins with it (`stay.phv`). Throws BadInput with the nearest addresses if that is none.
std::vector<Leaf> leaves_at(const Value& root, const std::string& address);

} // namespace framsyn::app
