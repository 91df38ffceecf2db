#include "app/scenario/actions/new_units.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace framsyn::app {
namespace {

const std::string* text_at(const Value& entry, const std::string& key) {
    const Value* value = entry.find(key);
    return value ? value->as<std::string>() : nullptr;
}

/// What an action says of its new unit.
struct NewUnit {
    std::string id, trust, service, site;
};

std::optional<NewUnit> new_unit_of(const Value& action) {
    const std::string* id = text_at(action, "new_unit");
    const std::string* trust = text_at(action, "trust");
    const std::string* service = text_at(action, "service");
    const std::string* site = text_at(action, "site");
    if (!id || !trust || !service || !site) return std::nullopt;
    return NewUnit{*id, *trust, *service, *site};
}

Array& list_of(Value& root, const std::string& name, const Position& at) {
    Table& table = std::get<Table>(root.data);
    auto found = std::find_if(table.begin(), table.end(), [&](const Member& member) { return member.key == name; });
    if (found == table.end()) found = table.insert(table.end(), {name, at, {Array{}, at}});
    return std::get<Array>(found->value.data);
}

bool names(const Value* value, const std::string& name) {
    const std::string* text = value ? value->as<std::string>() : nullptr;
    return text && *text == name;
}

/// Whether the trust has the service already, or something is said of what it treated.
bool is_known(const Value& root, const NewUnit& unit) {
    const auto has = [&](const char* list) {
        const Value* entries = root.find(list);
        if (!entries || !entries->as<Array>()) return false;
        return std::any_of(entries->as<Array>()->begin(), entries->as<Array>()->end(), [&](const Value& entry) {
            return names(entry.find("trust"), unit.trust) && names(entry.find("service"), unit.service);
        });
    };
    return has("unit") || has("activity");
}

} // namespace

Value with_new_units(Value root) {
    const Value* actions = root.find("action");
    if (!actions || !actions->as<Array>()) return root;
    const Array before = *actions->as<Array>();
    for (std::size_t a = 0; a < before.size(); ++a) {
        const std::optional<NewUnit> unit = before[a].as<Table>() ? new_unit_of(before[a]) : std::nullopt;
        if (!unit) continue;
        const Position& at = before[a].at;
        const auto member = [&](const char* key, const std::string& text) { return Member{key, at, {text, at}}; };
        const Position& id_at = before[a].find("new_unit")->at;
        const bool known = is_known(root, *unit);
        list_of(root, "unit", at)
            .push_back({Table{{"id", id_at, {unit->id, id_at}},
                              member("trust", unit->trust),
                              member("service", unit->service),
                              member("site", unit->site),
                              {"beds", at, {std::int64_t{0}, at}}},
                        at});
        if (!known) {
            list_of(root, "activity", at)
                .push_back({Table{member("id", unit->id + "-new"), member("trust", unit->trust),
                                  member("service", unit->service), member("basis", "rates")},
                            at});
        }
        Table& action = std::get<Table>(list_of(root, "action", at)[a].data);
        if (!before[a].find("unit")) action.push_back({"unit", id_at, {unit->id, id_at}});
    }
    return root;
}

} // namespace framsyn::app
