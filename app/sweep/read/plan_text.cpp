#include "app/sweep/read/plan_text.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>

namespace framsyn::app {
namespace {

using Json = nlohmann::ordered_json;

template <class Enum, std::size_t Count>
Enum named(const NameTable<Enum, Count>& table, const Json& name) {
    const std::optional<Enum> value = value_in(table, name.get<std::string>());
    if (!value) throw std::invalid_argument("no such name: " + name.get<std::string>());
    return *value;
}

Json json_of(const sweep::Distribution& d) {
    return {{"spread", name_in(sweep::spread_names, d.spread)},
            {"low", d.low},
            {"value", d.value},
            {"high", d.high},
            {"min", std::isinf(d.min) ? Json() : Json(d.min)},
            {"max", std::isinf(d.max) ? Json() : Json(d.max)},
            {"count", d.count}};
}

sweep::Distribution distribution_in(const Json& json) {
    constexpr double unbounded = std::numeric_limits<double>::infinity();
    return {named(sweep::spread_names, json.at("spread")),
            json.at("low"),
            json.at("value"),
            json.at("high"),
            json.at("min").is_null() ? -unbounded : json.at("min").get<double>(),
            json.at("max").is_null() ? unbounded : json.at("max").get<double>(),
            json.at("count")};
}

Json json_of(const sweep::DesignPlan& d) {
    return {{"kind", name_in(sweep::design_names, d.kind)},
            {"seed", d.seed},
            {"size", d.size},
            {"levels", d.levels},
            {"morris_levels", d.morris_levels},
            {"dimensions", d.dimensions}};
}

sweep::DesignPlan design_in(const Json& json) {
    return {named(sweep::design_names, json.at("kind")),       json.at("seed"),          json.at("size"),
            json.at("levels").get<std::vector<std::size_t>>(), json.at("morris_levels"), json.at("dimensions")};
}

Json parameters_of(const SweepPlan& plan) {
    Json list = Json::array();
    for (const SweepParameter& p : plan.parameters)
        list.push_back({{"id", p.id},
                        {"address", p.address},
                        {"unit", p.unit},
                        {"suffix", p.suffix},
                        {"distribution", json_of(p.distribution)},
                        {"choices", p.choices},
                        {"numbers", p.numbers},
                        {"own_low", p.own_low},
                        {"own_high", p.own_high}});
    return list;
}

Json variables_of(const SweepPlan& plan) {
    Json list = Json::array();
    for (const SweepVariable& v : plan.variables)
        list.push_back({{"name", v.name},
                        {"table", v.table},
                        {"column", v.column},
                        {"unit", v.unit},
                        {"long_name", v.long_name},
                        {"dimensions", v.dimensions},
                        {"offset", v.offset},
                        {"size", v.size}});
    return list;
}

Json dimensions_of(const SweepPlan& plan) {
    Json list = Json::array();
    for (const SweepDimension& d : plan.dimensions)
        list.push_back(
            {{"name", d.name}, {"key", d.key}, {"labels", d.labels}, {"whole", d.whole}, {"long_name", d.long_name}});
    return list;
}

/// Whether places in the plan lie in what they are places of: a damaged plan must not be read beyond its ends.
bool is_sound(const SweepPlan& plan) {
    if (plan.design.dimensions != plan.parameters.size() || plan.repeats < 1) return false;
    for (const SweepVariable& variable : plan.variables) {
        std::size_t size = 1;
        for (const std::size_t d : variable.dimensions) {
            if (d >= plan.dimensions.size()) return false;
            size *= plan.dimensions[d].labels.size();
        }
        if (size != variable.size || variable.offset + size > plan.width()) return false;
    }
    const bool listed = plan.design.kind == sweep::DesignKind::list;
    if (listed != !plan.list.empty() || (listed && plan.list.size() != plan.design.size)) return false;
    for (const std::vector<double>& point : plan.list) {
        if (point.size() != plan.parameters.size()) return false;
    }
    return true;
}

void read_lists(const Json& json, SweepPlan& plan) {
    for (const Json& p : json.at("parameters"))
        plan.parameters.push_back({p.at("id"), p.at("address"), p.at("unit"), p.at("suffix"),
                                   distribution_in(p.at("distribution")),
                                   p.at("choices").get<std::vector<std::string>>(),
                                   p.at("numbers").get<std::vector<double>>(), p.at("own_low"), p.at("own_high")});
    for (const Json& d : json.at("dimensions"))
        plan.dimensions.push_back({d.at("name"), d.at("key"), d.at("labels").get<std::vector<std::string>>(),
                                   d.at("whole"), d.at("long_name")});
    for (const Json& v : json.at("variables"))
        plan.variables.push_back({v.at("name"), v.at("table"), v.at("column"), v.at("unit"), v.at("long_name"),
                                  v.at("dimensions").get<std::vector<std::size_t>>(), v.at("offset"), v.at("size")});
    for (const Json& s : json.at("sources")) plan.sources.push_back({s.at("path"), s.at("sha256")});
}

} // namespace

std::string plan_text(const SweepPlan& plan) {
    Json sources = Json::array();
    for (const SweepSource& source : plan.sources)
        sources.push_back({{"path", source.path}, {"sha256", source.sha256}});
    const Json json{{"program", "framsyn"},
                    {"version", plan.version},
                    {"schema", 1},
                    {"command", "sweep"},
                    {"id", plan.id},
                    {"title", plan.title},
                    {"scenario", plan.scenario},
                    {"seed", plan.seed},
                    {"draws", plan.draws},
                    {"replications", plan.replications},
                    {"luck", plan.own_luck ? "own" : "common"},
                    {"repeats", plan.repeats},
                    {"design", json_of(plan.design)},
                    {"parameters", parameters_of(plan)},
                    {"list", plan.list},
                    {"dimensions", dimensions_of(plan)},
                    {"variables", variables_of(plan)},
                    {"sources", sources},
                    {"text", plan.text}};
    return json.dump(1) + "\n";
}

SweepPlan plan_in(const std::string& text) {
    const Json json = Json::parse(text);
    if (json.at("program") != "framsyn" || json.at("command") != "sweep" || json.at("schema") != 1)
        throw std::invalid_argument("not a sweep");
    SweepPlan plan;
    plan.version = json.at("version");
    plan.id = json.at("id");
    plan.title = json.at("title");
    plan.scenario = json.at("scenario");
    plan.seed = json.at("seed");
    plan.draws = json.at("draws");
    plan.replications = json.at("replications");
    plan.own_luck = json.at("luck") == "own";
    plan.repeats = json.at("repeats");
    plan.design = design_in(json.at("design"));
    plan.list = json.at("list").get<std::vector<std::vector<double>>>();
    plan.text = json.at("text");
    read_lists(json, plan);
    if (!is_sound(plan)) throw std::invalid_argument("not a sound sweep");
    return plan;
}

} // namespace framsyn::app
