#include "app/scenario/schema/entry.hpp"

#include "app/scenario/schema/scenario_sections.hpp"
#include "app/scenario/text/read_quantity.hpp"

#include <stdexcept>

namespace framsyn::app {
namespace {

const Key& schema_key(const std::string& address, const std::string& key) {
    const std::string section = address.substr(0, address.find('.'));
    for (const Section& candidate : scenario_sections()) {
        if (candidate.name != section) continue;
        for (const Key& known : candidate.keys) {
            if (known.name == key) return known;
        }
    }
    throw std::logic_error("the schema has no key " + section + "." + key);
}

template <class T>
const T& must_be(const Value& value, const std::string& what) {
    const T* held = value.as<T>();
    if (!held) throw std::logic_error(what + " passed the schema with another type");
    return *held;
}

} // namespace

const Value& Entry::get(const std::string& key) const {
    const Value* found = value_->find(key);
    if (!found) throw std::logic_error(address_ + "." + key + " passed the schema though it is missing");
    return *found;
}

const Position& Entry::at(const std::string& key) const {
    return get(key).at;
}
std::string Entry::text(const std::string& key) const {
    return must_be<std::string>(get(key), key);
}
bool Entry::flag(const std::string& key) const {
    return must_be<bool>(get(key), key);
}
int Entry::integer(const std::string& key) const {
    return static_cast<int>(must_be<std::int64_t>(get(key), key));
}
Date Entry::date(const std::string& key) const {
    return must_be<Date>(get(key), key);
}

std::vector<std::string> Entry::texts(const std::string& key) const {
    std::vector<std::string> out;
    if (const auto* one = get(key).as<std::string>()) return {*one};
    for (const Value& item : must_be<Array>(get(key), key)) out.push_back(must_be<std::string>(item, key));
    return out;
}

Quantity Entry::quantity(const std::string& key) const {
    const Key& known = schema_key(address_, key);
    Problems problems;
    const std::optional<Quantity> read =
        read_quantity(get(key), known.unit, known.min, known.max, address_ + "." + key, problems);
    if (!read) throw std::logic_error(address_ + "." + key + " passed the schema though it isn't a number");
    assumptions_->push_back(*read);
    return *read;
}

Quantity Entry::quantity_or(const std::string& key, double fallback) const {
    if (has(key)) return quantity(key);
    Quantity out;
    out.value = out.low = out.high = fallback;
    out.address = address_ + "." + key;
    out.at = at();
    return out;
}

Quantity Entry::setting_or(const std::string& key, double fallback) const {
    std::vector<Quantity> aside;
    return Entry(*value_, address_, aside).quantity_or(key, fallback);
}

std::optional<Quantity> Entry::optional_quantity(const std::string& key) const {
    if (!has(key)) return std::nullopt;
    return quantity(key);
}

std::vector<Entry> entries_of(const Value& root, const std::string& list, std::vector<Quantity>& assumptions) {
    std::vector<Entry> entries;
    const Value* value = root.find(list);
    if (!value) return entries;
    for (const Value& item : must_be<Array>(*value, list)) {
        entries.emplace_back(item, list + "." + must_be<std::string>(*item.find("id"), "id"), assumptions);
    }
    return entries;
}

} // namespace framsyn::app
