#include "app/sweep/read/read_parameters.hpp"

#include "app/ground/found_text.hpp"
#include "app/ground/hints.hpp"
#include "app/scenario/text/read_quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace framsyn::app {
namespace {

using sweep::Spread;

std::string text_at(const Value& entry, const std::string& key) {
    const Value* value = entry.find(key);
    const std::string* text = value ? value->as<std::string>() : nullptr;
    return text ? *text : "";
}

/// As --set takes it.
std::string assigned(const Value& value) {
    if (const std::string* text = value.as<std::string>()) return "\"" + *text + "\"";
    return value.printed();
}

class ParameterReader {
  public:
    ParameterReader(const WrittenScenario& base, bool listed, Problems& problems)
        : base_(base), listed_(listed), problems_(problems) {
        for (const Quantity& quantity : base.assumptions) addresses_.push_back(quantity.address);
    }

    SweepParameter read(const Value& entry) {
        SweepParameter parameter;
        parameter.id = text_at(entry, "id");
        parameter.address = text_at(entry, "address");
        if (entry.find("scenarios")) {
            read_scenarios(entry, parameter);
        } else if (parameter.address.empty()) {
            problems_.add(entry.at, {fmt::format("parameter «{}»: mangler address (eller scenarios)", parameter.id),
                                     fmt::format("parameter \"{}\": address (or scenarios) is missing", parameter.id)});
        } else if (const Value* values = entry.find("values")) {
            read_values(entry, *values, parameter);
        } else {
            read_range(entry, parameter);
        }
        return parameter;
    }

  private:
    void refuse_others(const Value& entry, std::initializer_list<const char*> keys, const char* with) {
        for (const char* key : keys) {
            const Value* other = entry.find(key);
            if (!other) continue;
            problems_.add(other->at, {fmt::format("{} og {} kan ikke stå sammen", key, with),
                                      fmt::format("{} and {} can't stand together", key, with)});
        }
    }

    const Array* list_of(const Value& value, const char* what_nb, const char* what_en) {
        const Array* items = value.as<Array>();
        if (items && !items->empty()) return items;
        problems_.add(value.at, {fmt::format("fant {}; ventet en liste med {}", value.printed(), what_nb),
                                 fmt::format("found {}; expected a list of {}", value.printed(), what_en)});
        return nullptr;
    }

    void choose_among(SweepParameter& parameter) {
        parameter.distribution.spread = Spread::choices;
        parameter.distribution.count = parameter.choices.size();
    }

    void read_scenarios(const Value& entry, SweepParameter& parameter) {
        refuse_others(entry, {"address", "values", "low", "value", "high", "distribution", "steps"}, "scenarios");
        const Array* items = list_of(*entry.find("scenarios"), "scenariofiler", "scenario files");
        if (!items) return;
        for (const Value& item : *items) {
            const std::string* name = item.as<std::string>();
            if (!name || name->empty()) {
                problems_.add(item.at, {fmt::format("fant {}; ventet en scenariofil", item.printed()),
                                        fmt::format("found {}; expected a scenario file", item.printed())});
                continue;
            }
            add_choice(item, *name, parameter);
        }
        choose_among(parameter);
    }

    void add_choice(const Value& item, std::string text, SweepParameter& parameter) {
        if (std::find(parameter.choices.begin(), parameter.choices.end(), text) != parameter.choices.end())
            problems_.add(item.at, {fmt::format("{} står to ganger i listen", item.printed()),
                                    fmt::format("{} stands twice in the list", item.printed())});
        parameter.choices.push_back(std::move(text));
    }

    const Quantity* quantity_at(const std::string& address) const {
        const auto found = std::find_if(base_.assumptions.begin(), base_.assumptions.end(),
                                        [&](const Quantity& quantity) { return quantity.address == address; });
        return found == base_.assumptions.end() ? nullptr : &*found;
    }

    std::optional<double> number_at(const Value& value, const Quantity& of) {
        if (value.as<Table>()) {
            problems_.add(value.at, {"ventet bare tallet, uten low, high og status",
                                     "expected the number alone, without low, high and status"});
            return std::nullopt;
        }
        const auto read = read_quantity(value, of.unit, of.min, of.max, of.address, problems_);
        return read ? std::optional(read->value) : std::nullopt;
    }

    void read_values(const Value& entry, const Value& values, SweepParameter& parameter) {
        refuse_others(entry, {"low", "value", "high", "distribution", "steps"}, "values");
        const Array* items = list_of(values, "verdier", "values");
        if (!items) return;
        const Quantity* quantity = quantity_at(parameter.address);
        if (quantity) take_unit(*quantity, parameter);
        for (const Value& item : *items) {
            if (quantity) {
                const std::optional<double> number = number_at(item, *quantity);
                if (!number) continue;
                parameter.numbers.push_back(*number);
            }
            add_choice(item, assigned(item), parameter);
        }
        choose_among(parameter);
    }

    static void take_unit(const Quantity& quantity, SweepParameter& parameter) {
        parameter.unit = unit_name(quantity.unit);
        parameter.suffix = suffix_of(quantity.unit);
        parameter.own_low = quantity.low;
        parameter.own_high = quantity.high;
    }

    void no_such(const Value& at, const std::string& address) {
        const Text hint = hints_.did_you_mean(address, addresses_);
        problems_.add(at.at, {fmt::format("«{}» er ikke et tall i scenarioet{}; det som ikke er tall, får values = […]",
                                          shown(address), hint.nb),
                              fmt::format("\"{}\" isn't a number of the scenario{}; what is no number has values = […]",
                                          shown(address), hint.en)});
    }

    void read_range(const Value& entry, SweepParameter& parameter) {
        const Quantity* quantity = quantity_at(parameter.address);
        if (!quantity) return no_such(*entry.find("address"), parameter.address);
        take_unit(*quantity, parameter);
        sweep::Distribution& d = parameter.distribution;
        const std::size_t before = problems_.size();
        const auto own_or = [&](const char* key, double own) {
            const Value* value = entry.find(key);
            return value ? number_at(*value, *quantity).value_or(own) : own;
        };
        d.low = own_or("low", quantity->low);
        d.high = own_or("high", quantity->high);
        d.value = own_or("value", quantity->value);
        d.min = quantity->min;
        d.max = quantity->max;
        const bool given = entry.find("low") || entry.find("high");
        const std::string name = text_at(entry, "distribution");
        d.spread = name.empty() ? given ? Spread::uniform : Spread::split_normal
                                : value_in(sweep::spread_names, name).value_or(Spread::uniform);
        if (problems_.size() == before) check_range(entry, parameter, given);
    }

    void check_range(const Value& entry, const SweepParameter& parameter, bool given) {
        const sweep::Distribution& d = parameter.distribution;
        if (listed_ && !given) return;
        if (!given && !(d.low < d.high)) {
            problems_.add(
                entry.find("address")->at,
                {fmt::format("«{}» har ikke noe intervall i scenarioet; skriv low og high", parameter.address),
                 fmt::format("\"{}\" has no interval in the scenario; write low and high", parameter.address)});
            return;
        }
        const bool has_middle = d.spread == Spread::triangular || d.spread == Spread::split_normal;
        if (!(d.low < d.high) || (has_middle && (d.value < d.low || d.value > d.high))) {
            problems_.add(
                entry.at,
                {fmt::format("parameter «{}»: ventet low < high{}; fant {}–{}", parameter.id,
                             has_middle ? fmt::format(", og verdien {} mellom dem", d.value) : "", d.low, d.high),
                 fmt::format("parameter \"{}\": expected low < high{}; found {}–{}", parameter.id,
                             has_middle ? fmt::format(", and the value {} between them", d.value) : "", d.low,
                             d.high)});
        }
        if (d.spread == Spread::log_uniform && !(d.low > 0.0))
            problems_.add(entry.at, {fmt::format("parameter «{}»: log-uniform krever low over 0", parameter.id),
                                     fmt::format("parameter \"{}\": log-uniform needs low above 0", parameter.id)});
        const Value* value = entry.find("value");
        if (value && !has_middle)
            problems_.add(value->at, {R"(value hører til distribution = "triangular" eller "own")",
                                      R"(value belongs to distribution = "triangular" or "own")"});
    }

    const WrittenScenario& base_;
    bool listed_;
    Problems& problems_;
    std::vector<std::string> addresses_;
    Hints hints_;
};

void check_once(const ReadParameters& read, Problems& problems) {
    int scenarios = 0;
    for (std::size_t i = 0; i < read.parameters.size(); ++i) {
        const SweepParameter& one = read.parameters[i];
        if (!one.choices.empty() && one.chooses_scenario() && ++scenarios == 2)
            problems.add(read.at[i],
                         {"bare én parameter kan velge scenario", "only one parameter can choose the scenario"});
        for (std::size_t j = 0; j < i; ++j) {
            if (one.address.empty() || read.parameters[j].address != one.address) continue;
            problems.add(read.at[i], {fmt::format("parameter «{}» har samme address", read.parameters[j].id),
                                      fmt::format("parameter \"{}\" has the same address", read.parameters[j].id)});
        }
    }
}

} // namespace

ReadParameters read_parameters(const Value& root, const WrittenScenario& base, bool listed, Problems& problems) {
    ReadParameters read;
    ParameterReader reader(base, listed, problems);
    for (const Value& entry : *root.find("parameter")->as<Array>()) {
        read.parameters.push_back(reader.read(entry));
        const Value* steps = entry.find("steps");
        const std::size_t choices = read.parameters.back().choices.size();
        read.levels.push_back(steps ? static_cast<std::size_t>(*steps->as<std::int64_t>()) : choices);
        read.at.push_back(entry.at);
    }
    check_once(read, problems);
    return read;
}

} // namespace framsyn::app
