#include "app/scenario/schema/schema.hpp"

#include "app/ground/found_text.hpp"
#include "app/ground/hints.hpp"
#include "app/scenario/schema/check_identity.hpp"
#include "app/scenario/schema/id_rule.hpp"
#include "app/scenario/schema/known_ids.hpp"
#include "app/scenario/text/read_quantity.hpp"
#include "app/scenario/text/text_rule.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace framsyn::app {
namespace {

std::vector<std::string> names_of(const std::vector<Key>& keys) {
    std::vector<std::string> names;
    for (const Key& key : keys) names.push_back(key.name);
    return names;
}

std::string join(const std::vector<std::string>& items) {
    return fmt::format("{}", fmt::join(items, ", "));
}

/// Checks one scenario; knows the ids that references may name.
class Checker {
  public:
    Checker(const Value& root, const std::vector<Section>& sections, Problems& problems)
        : root_(root), sections_(sections), problems_(problems), ids_(root) {}

    void check() {
        check_unknown_sections();
        for (const Section& section : sections_) check_section(section);
        check_identity(root_, problems_);
    }

  private:
    void check_unknown_sections() {
        std::vector<std::string> names{"schema", "extends"};
        for (const Section& section : sections_) names.push_back(section.name);
        for (const Member& member : *root_.as<Table>()) {
            if (std::find(names.begin(), names.end(), member.key) == names.end()) report_unknown(member, names);
        }
        const Value* schema = root_.find("schema");
        const auto* version = schema ? schema->as<std::int64_t>() : nullptr;
        if (!version || *version != 1) {
            problems_.add(schema ? schema->at : root_.at, {"filen må si schema = 1 (den eneste versjonen som finnes)",
                                                           "the file must say schema = 1 (the only version there is)"});
        }
    }

    void report_unknown(const Member& member, const std::vector<std::string>& names) {
        const Text hint = hints_.did_you_mean(member.key, names);
        problems_.add(member.at, {fmt::format("ukjent nøkkel «{}»{}", shown(member.key), hint.nb),
                                  fmt::format("unknown key \"{}\"{}", shown(member.key), hint.en)});
    }

    void check_id(const Value& id) {
        const std::string* name = id.as<std::string>();
        if (!name) return;
        if (const std::optional<Text> fault = fault_in_id(*name)) problems_.add(id.at, *fault);
    }

    void check_section(const Section& section) {
        const Value* value = root_.find(section.name);
        if (!value) {
            if (section.required) {
                problems_.add({root_.at.file, 1, 1}, {fmt::format("mangler {}", printed_name(section)),
                                                      fmt::format("{} is missing", printed_name(section))});
            }
            return;
        }
        const Array* entries = value->as<Array>();
        if (section.list ? !entries : !value->as<Table>()) {
            problems_.add(value->at, {fmt::format("ventet {}", printed_name(section)),
                                      fmt::format("expected {}", printed_name(section))});
            return;
        }
        if (!section.list) {
            if (const Value* id = value->find("id")) check_id(*id);
            check_entry(section, *value, section.name);
            return;
        }
        for (const Value& entry : *entries) {
            if (!entry.as<Table>()) {
                problems_.add(entry.at, {fmt::format("ventet {}", printed_name(section)),
                                         fmt::format("expected {}", printed_name(section))});
                continue;
            }
            const Value* id = entry.find("id");
            const std::string* name = id ? id->as<std::string>() : nullptr;
            if (id) check_id(*id);
            check_entry(section, entry, section.name + "." + (name ? shown(*name) : "?"));
        }
    }

    static std::string printed_name(const Section& section) {
        return section.list ? "[[" + section.name + "]]" : "[" + section.name + "]";
    }

    void check_entry(const Section& section, const Value& entry, const std::string& address) {
        const std::vector<std::string> names = names_of(section.keys);
        std::vector<std::string> missing;
        for (const Member& member : *entry.as<Table>()) {
            if (std::find(names.begin(), names.end(), member.key) == names.end()) report_unknown(member, names);
        }
        for (const Key& key : section.keys) {
            if (const Value* value = entry.find(key.name)) {
                check_value(key, *value, address + "." + key.name);
            } else if (key.required) {
                missing.push_back(key.name);
            }
        }
        if (missing.empty()) return;
        const Text hint = section.list ? other_id_hint(section, entry) : Text{};
        problems_.add(entry.at, {fmt::format("{}: mangler {}{}", address, join(missing), hint.nb),
                                 fmt::format("{}: {} {} missing{}", address, join(missing),
                                             missing.size() == 1 ? "is" : "are", hint.en)});
    }

    /// An entry with keys missing may be meant to change another one, under a name that is misspelt.
    Text other_id_hint(const Section& section, const Value& entry) {
        const Value* id = entry.find("id");
        const std::string* name = id ? id->as<std::string>() : nullptr;
        if (!name || !hints_.any_left()) return {};
        std::vector<std::string> others;
        for (const Value& other : *root_.find(section.name)->as<Array>()) {
            const Value* other_id = other.find("id");
            const std::string* other_name = other_id ? other_id->as<std::string>() : nullptr;
            if (other_name && *other_name != *name) others.push_back(*other_name);
        }
        const std::string near = shown(hints_.nearest(*name, others));
        if (near.empty()) return {};
        return {fmt::format("; ingen {} heter dette fra før, mente du «{}»?", printed_name(section), near),
                fmt::format("; no {} has this name so far, did you mean \"{}\"?", printed_name(section), near)};
    }

    void expect(bool right, const Value& value, const std::string& nb, const std::string& en) {
        if (right) return;
        problems_.add(value.at, {fmt::format("fant {}; ventet {}", value.printed(), nb),
                                 fmt::format("found {}; expected {}", value.printed(), en)});
    }

    void check_value(const Key& key, const Value& value, const std::string& address) {
        switch (key.kind) {
        case Kind::text:
            return check_text(key, value);
        case Kind::flag:
            return expect(value.as<bool>() != nullptr, value, "true eller false", "true or false");
        case Kind::date:
            return check_date(value);
        case Kind::integer:
            return check_integer(key, value);
        case Kind::choice:
        case Kind::reference:
            return check_name(key, value);
        case Kind::choices:
        case Kind::references:
            return check_each(key, value);
        case Kind::quantity:
            read_quantity(value, key.unit, key.min, key.max, address, problems_);
            return;
        case Kind::own:
            return;
        }
    }

    void check_text(const Key& key, const Value& value) {
        const std::string* text = value.as<std::string>();
        expect(text && !text->empty(), value, "tekst", "text");
        if (!text || key.name == "id") return; // an id has a rule of its own
        if (const std::optional<Text> fault = fault_in_text(*text, key.longest)) problems_.add(value.at, *fault);
    }

    void check_date(const Value& value) {
        expect(value.as<Date>() != nullptr, value, "en dato som 2026-04-01, uten anførselstegn",
               "a date such as 2026-04-01, without quotes");
    }

    void check_integer(const Key& key, const Value& value) {
        const auto* number = value.as<std::int64_t>();
        const bool right = number && static_cast<double>(*number) >= key.min && static_cast<double>(*number) <= key.max;
        expect(right, value, fmt::format("et helt tall {:.0f}–{:.0f}", key.min, key.max),
               fmt::format("a whole number {:.0f}–{:.0f}", key.min, key.max));
    }

    void check_name(const Key& key, const Value& value) {
        const KnownNames& names = ids_.names_for(key);
        const std::string* name = value.as<std::string>();
        if (name && names.has(*name)) return;
        const Text hint = name ? hint_for(key, *name, names) : Text{};
        const std::string all = names.listed();
        problems_.add(value.at, {fmt::format("fant {}; ventet en av {}{}", value.printed(), all, hint.nb),
                                 fmt::format("found {}; expected one of {}{}", value.printed(), all, hint.en)});
    }

    /// The name that is near, or whose entry mentions what was written.
    Text hint_for(const Key& key, const std::string& name, const KnownNames& names) {
        const bool may_look = hints_.any_left();
        const Text near = hints_.did_you_mean(name, names.in_order);
        if (!near.nb.empty() || !may_look) return near;
        const KnownIds::Mention found = ids_.mentions(key, name);
        if (found.ids.empty()) return {};
        return {fmt::format("; mente du {}, der «{}» er nevnt?", fmt::join(found.ids, " eller "), found.word),
                fmt::format("; did you mean {}, which mentions \"{}\"?", fmt::join(found.ids, " or "), found.word)};
    }

    /// A list of names, or one of them alone.
    void check_each(const Key& key, const Value& value) {
        const bool once = key.kind == Kind::references;
        if (value.as<std::string>()) return check_name(key, value);
        const Array* items = value.as<Array>();
        expect(items && !items->empty(), value, "en liste", "a list");
        if (!items) return;
        std::set<std::string> seen;
        for (const Value& item : *items) {
            check_name(key, item);
            const std::string* name = item.as<std::string>();
            if (once && name && !seen.insert(*name).second)
                problems_.add(item.at, {fmt::format("«{}» står to ganger i listen", shown(*name)),
                                        fmt::format("\"{}\" stands twice in the list", shown(*name))});
        }
    }

    const Value& root_;
    const std::vector<Section>& sections_;
    Problems& problems_;
    KnownIds ids_;
    Hints hints_;
};

using Json = nlohmann::ordered_json;

Json number_schema(const Key& key) {
    Json number;
    if (written_with_unit(key.unit)) {
        number["type"] = "string";
        number["pattern"] = "^-?[0-9.]+ [a-z ]+$";
    } else {
        number["type"] = "number";
        if (std::isfinite(key.min)) number["minimum"] = key.min;
        if (std::isfinite(key.max)) number["maximum"] = key.max;
    }
    return number;
}

Json key_schema(const Key& key) {
    Json out;
    switch (key.kind) {
    case Kind::text:
    case Kind::reference:
        out["type"] = "string";
        break;
    case Kind::flag:
        out["type"] = "boolean";
        break;
    case Kind::date:
        out = {{"type", "string"}, {"format", "date"}};
        break;
    case Kind::integer:
        out = {{"type", "integer"}, {"minimum", key.min}, {"maximum", key.max}};
        break;
    case Kind::choice:
        out["enum"] = key.choices;
        break;
    case Kind::choices:
        out = {{"type", "array"}, {"items", {{"enum", key.choices}}}};
        break;
    case Kind::references:
        out["anyOf"] = {{{"type", "string"}}, {{"type", "array"}, {"items", {{"type", "string"}}}}};
        break;
    case Kind::own:
        break;
    case Kind::quantity: {
        const Json number = number_schema(key);
        Json parts{{"value", number}, {"low", number}, {"high", number}};
        parts["status"] = {{"enum", {"observed", "published", "derived", "assumed"}}};
        parts["source"] = {{"type", "string"}};
        out["anyOf"] = {
            number,
            {{"type", "object"}, {"properties", parts}, {"required", {"value"}}, {"additionalProperties", false}}};
        break;
    }
    }
    out["description"] = key.kind == Kind::quantity ? key.help + " Unit: " + unit_name(key.unit) + "." : key.help;
    return out;
}

} // namespace

void check_against_schema(const Value& root, Problems& problems) {
    check_against_sections(root, scenario_sections(), problems);
}

void check_against_sections(const Value& root, const std::vector<Section>& sections, Problems& problems) {
    Checker(root, sections, problems).check();
}

std::string json_schema() {
    Json properties;
    properties["schema"] = {{"const", 1}};
    properties["extends"] = {
        {"type", "string"},
        {"description", "Another scenario file in the same folder; this file holds only the differences."}};
    for (const Section& section : scenario_sections()) {
        Json object{{"type", "object"}, {"description", section.help}, {"additionalProperties", false}};
        for (const Key& key : section.keys) object["properties"][key.name] = key_schema(key);
        if (section.list) {
            object["properties"]["remove"] = {
                {"const", true}, {"description", "Takes out the entry with this id from the file that is extended."}};
            object["required"] = {"id"};
            properties[section.name] = {{"type", "array"}, {"items", object}};
        } else {
            properties[section.name] = object;
        }
    }
    const Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                      {"title", "Framsyn scenario, version 1"},
                      {"type", "object"},
                      {"required", {"schema"}},
                      {"additionalProperties", false},
                      {"properties", properties}};
    return schema.dump(2) + "\n";
}

} // namespace framsyn::app
