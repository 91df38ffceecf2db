#include "app/sweep/read/read_sweep.hpp"

#include "app/ground/csv.hpp"
#include "app/ground/disk/sha256.hpp"
#include "app/ground/found_text.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/scenario/schema/schema.hpp"
#include "app/sweep/read/read_parameters.hpp"
#include "app/sweep/read/sweep_sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

std::string text_at(const Value& section, const std::string& key) {
    const Value* value = section.find(key);
    const std::string* text = value ? value->as<std::string>() : nullptr;
    return text ? *text : "";
}

std::int64_t whole_at(const Value& section, const std::string& key, std::int64_t otherwise) {
    const Value* value = section.find(key);
    return value ? *value->as<std::int64_t>() : otherwise;
}

/// A list of texts and numbers, or one of them alone, as labels.
KeptPlaces places_in(const std::string& key, const Value& value, Problems& problems) {
    KeptPlaces places{key, {}, {}};
    const auto take = [&](const Value& item) {
        const std::string* text = item.as<std::string>();
        const bool number = item.as<std::int64_t>() || item.as<double>();
        if (!text && !number) {
            problems.add(item.at, {fmt::format("fant {}; ventet et navn eller et tall", item.printed()),
                                   fmt::format("found {}; expected a name or a number", item.printed())});
            return;
        }
        places.labels.push_back(text ? *text : item.printed());
        places.at.push_back(item.at);
    };
    const Array* items = value.as<Array>();
    if (!items) {
        take(value);
    } else {
        for (const Value& item : *items) take(item);
        if (items->empty())
            problems.add(value.at, {"fant en tom liste; utelat nøkkelen for å ta med alt",
                                    "found an empty list; leave the key out to keep all"});
    }
    return places;
}

WantedOutput output_in(const Value& entry, Problems& problems) {
    WantedOutput output{text_at(entry, "id"), text_at(entry, "table") + ".csv", {}, {}, entry.at};
    output.columns = places_in("columns", *entry.find("columns"), problems).labels;
    for (const std::string& filter : output_filters()) {
        if (const Value* value = entry.find(filter)) output.filters.push_back(places_in(filter, *value, problems));
    }
    return output;
}

/// Reads a sweep file's parts in the order in which they need each other.
class Reader {
  public:
    Reader(const Files& files, const std::string& path, const std::string& version) : files_(files) {
        read_.plan.version = version;
        const fs::path file(path);
        read_.folder = file.has_parent_path() ? file.parent_path().string() : ".";
        read_.plan.text = files.read(path);
        root_ = parse_toml(read_.plan.text, path);
        read_.plan.sources.push_back({file.filename().string(), sha256(read_.plan.text)});
    }

    ReadSweep read() {
        check_against_sections(root_, sweep_sections(), problems_);
        if (const Value* extends = root_.find("extends"))
            problems_.add(extends->at, {"en sveipfil bygger ikke på andre; scenarioet står i [sweep]",
                                        "a sweep file extends no other; its scenario stands in [sweep]"});
        check_ids();
        check_replications();
        stop_at_problems();
        read_scenarios();
        stop_at_problems();
        read_run();
        read_design();
        for (const Value& entry : *root_.find("output")->as<Array>())
            read_.outputs.push_back(output_in(entry, problems_));
        if (const Value* keep = root_.find("keep")) {
            for (const char* key : {"trust", "service", "year"}) {
                if (const Value* value = keep->find(key)) read_.keep.push_back(places_in(key, *value, problems_));
            }
        }
        stop_at_problems();
        return std::move(read_);
    }

  private:
    void stop_at_problems() const {
        if (!problems_.empty()) throw BadInput(problems_);
    }

    void check_ids() {
        for (const char* list : {"parameter", "output"}) {
            const Value* entries = root_.find(list);
            if (!entries || !entries->as<Array>()) continue;
            std::vector<std::string> taken;
            for (const Value& entry : *entries->as<Array>()) {
                const std::string id = text_at(entry, "id");
                if (!id.empty() && std::find(taken.begin(), taken.end(), id) != taken.end())
                    problems_.add(entry.find("id")->at,
                                  {fmt::format("id «{}» er brukt før i [[{}]]", shown(id), list),
                                   fmt::format("id \"{}\" is used before in [[{}]]", shown(id), list)});
                taken.push_back(id);
            }
        }
    }

    /// Two and two share a draw, and a scenario is simulated four times at least.
    void check_replications() {
        const Value* run = root_.find("sweep");
        const Value* value = run ? run->find("replications") : nullptr;
        const std::int64_t* number = value ? value->as<std::int64_t>() : nullptr;
        if (!number || *number == 0 || (*number >= 4 && *number % 2 == 0)) return;
        problems_.add(value->at,
                      {"antall simuleringer må være 0 eller et partall fra 4 (to og to deler trekning)",
                       "the number of simulations must be 0 or even and at least 4 (two and two share a draw)"});
    }

    WrittenScenario scenario_at(const std::string& name) const {
        Overrides overrides;
        const Value& run = *root_.find("sweep");
        if (run.find("draws")) overrides.draws = static_cast<int>(whole_at(run, "draws", 0));
        if (run.find("seed")) overrides.seed = static_cast<std::uint32_t>(whole_at(run, "seed", 0));
        overrides.replications = static_cast<int>(whole_at(run, "replications", 0));
        return read_scenario(files_, path_in(read_.folder, name), overrides);
    }

    void add_sources(const std::string& name, const WrittenScenario& scenario) {
        const std::string folder = fs::path(name).parent_path().generic_string();
        for (const InputFile& file : scenario.files) {
            const SweepSource source{(folder.empty() ? "" : folder + "/") + file.path, sha256(file.text)};
            const auto same = [&](const SweepSource& other) { return other.path == source.path; };
            std::vector<SweepSource>& sources = read_.plan.sources;
            if (std::none_of(sources.begin(), sources.end(), same)) sources.push_back(source);
        }
    }

    /// Whether a file that the sweep names can't be read; told at the place that names it.
    bool is_missing(const std::string& name, const Position& at) {
        const std::optional<Text> why = files_.fault(path_in(read_.folder, name));
        if (why)
            problems_.add(
                at, {fmt::format("«{}»: {}", shown(name), why->nb), fmt::format("\"{}\": {}", shown(name), why->en)});
        return why.has_value();
    }

    /// The base, and each scenario that a parameter chooses among; every address must lie in all of them.
    void read_scenarios() {
        read_.plan.scenario = text_at(*root_.find("sweep"), "scenario");
        const Position at = root_.find("sweep")->find("scenario")->at;
        if (is_missing(read_.plan.scenario, at)) stop_at_problems();
        const WrittenScenario base = scenario_at(read_.plan.scenario);
        if (!base.has_services())
            throw BadInput(at, {"scenarioet har ingen [[service]], så det er ingen plasser å regne på",
                                "the scenario has no [[service]], so there are no beds to study"});
        add_sources(read_.plan.scenario, base);
        read_.plan.seed = base.seed;
        read_.plan.draws = base.draws;
        const bool listed =
            text_at(*root_.find("design"), "kind") == name_in(sweep::design_names, sweep::DesignKind::list);
        parameters_ = read_parameters(root_, base, listed, problems_);
        stop_at_problems();
        read_.scenarios.push_back(base);
        for (std::size_t i = 0; i < parameters_.parameters.size(); ++i) {
            const SweepParameter& parameter = parameters_.parameters[i];
            if (!parameter.chooses_scenario()) continue;
            read_.scenarios.clear();
            for (const std::string& name : parameter.choices) {
                if (is_missing(name, parameters_.at[i])) continue;
                try {
                    read_.scenarios.push_back(scenario_at(name));
                    add_sources(name, read_.scenarios.back());
                } catch (const BadInput& bad) {
                    problems_.add_all(bad.problems());
                }
            }
        }
        stop_at_problems();
        check_values(base);
    }

    /// Each value of a list, and the ends of a range, alone in the base: a value that it doesn't take is a mistake in a list;
    /// at the end of a range it may be meant, and the points there are told of as failed.
    void check_values(const WrittenScenario& base) {
        for (std::size_t i = 0; i < parameters_.parameters.size(); ++i) {
            const SweepParameter& parameter = parameters_.parameters[i];
            if (parameter.chooses_scenario()) continue;
            std::vector<double> tried;
            for (std::size_t c = 0; c < parameter.choices.size(); ++c) tried.push_back(static_cast<double>(c));
            if (tried.empty()) tried = {parameter.distribution.low, parameter.distribution.high};
            for (const double value : tried) try_value(base, parameter, value, parameters_.at[i]);
        }
    }

    static double own_value(const WrittenScenario& base, const SweepParameter& parameter) {
        const auto own = std::find_if(base.assumptions.begin(), base.assumptions.end(),
                                      [&](const Quantity& quantity) { return quantity.address == parameter.address; });
        return own->value; // it has an interval, so it is there
    }

    void try_value(const WrittenScenario& base, const SweepParameter& parameter, double value, const Position& at) {
        Overrides overrides;
        overrides.draws = base.draws;
        overrides.seed = base.seed;
        overrides.replications = static_cast<int>(whole_at(*root_.find("sweep"), "replications", 0));
        const bool around = parameter.own_low < parameter.own_high;
        const double number = parameter.numbers.empty() ? value : parameter.numbers[static_cast<std::size_t>(value)];
        overrides.set = {parameter.address + "=" +
                         (around ? text_in_interval(number, parameter.own_low, parameter.own_high, parameter.suffix)
                                 : text_of_value(parameter, value))};
        if (parameter.is_as_drawn(number)) overrides.as_drawn = {{parameter.address, own_value(base, parameter)}};
        try {
            read_scenario(files_, path_in(read_.folder, read_.plan.scenario), overrides);
        } catch (const BadInput& bad) {
            const auto first = [&](Language language) { return bad.problems().lines(language).front(); };
            const std::string written = text_of_value(parameter, value);
            const Text text{fmt::format("parameter «{}» = {}: {}", parameter.id, written, first(Language::nb)),
                            fmt::format("parameter \"{}\" = {}: {}", parameter.id, written, first(Language::en))};
            (parameter.choices.empty() ? read_.remarks : problems_).add(at, text);
        }
    }

    void read_run() {
        const Value& run = *root_.find("sweep");
        SweepPlan& plan = read_.plan;
        plan.id = text_at(run, "id");
        plan.title = text_at(run, "title");
        plan.replications = static_cast<int>(whole_at(run, "replications", 0));
        plan.own_luck = text_at(run, "luck") == "own";
        plan.repeats = static_cast<int>(whole_at(run, "repeats", 1));
        plan.parameters = parameters_.parameters;
    }

    void read_design() {
        const Value& design = *root_.find("design");
        sweep::DesignPlan& plan = read_.plan.design;
        plan.kind = *value_in(sweep::design_names, text_at(design, "kind"));
        plan.seed = read_.plan.seed;
        plan.dimensions = read_.plan.parameters.size();
        plan.morris_levels = static_cast<std::size_t>(whole_at(design, "levels", 4));
        plan.size = static_cast<std::size_t>(whole_at(design, "points", 0));
        const bool grid = plan.kind == sweep::DesignKind::grid;
        const bool list = plan.kind == sweep::DesignKind::list;
        check_belongs(design, "points", !grid && !list, true);
        check_belongs(design, "levels", plan.kind == sweep::DesignKind::morris, false);
        check_belongs(design, "file", list, true);
        if (plan.morris_levels % 2 != 0)
            problems_.add(design.find("levels")->at, {"ventet et partall", "expected an even number"});
        if (grid) read_grid();
        if (list && design.find("file")) read_list(*design.find("file"));
        if (plan.kind == sweep::DesignKind::saltelli && 2 * plan.dimensions > sweep::ScrambledSobol::most_dimensions)
            problems_.add(design.at, {"for mange parametere", "too many parameters"});
    }

    void check_belongs(const Value& design, const char* key, bool belongs, bool needed) {
        const std::string kind = text_at(design, "kind");
        if (const Value* value = design.find(key); value && !belongs)
            problems_.add(value->at, {fmt::format("{} hører ikke til kind = \"{}\"", key, kind),
                                      fmt::format("{} doesn't belong to kind = \"{}\"", key, kind)});
        if (!design.find(key) && belongs && needed)
            problems_.add(design.at, {fmt::format("kind = \"{}\": mangler {}", kind, key),
                                      fmt::format("kind = \"{}\": {} is missing", kind, key)});
    }

    void read_grid() {
        constexpr std::size_t most = 10000000;
        read_.plan.design.levels = parameters_.levels;
        std::size_t points = 1;
        for (std::size_t i = 0; i < parameters_.levels.size(); ++i) {
            if (parameters_.levels[i] == 0)
                problems_.add(parameters_.at[i], {"et rutenett trenger steps (antall verdier) eller values",
                                                  "a grid needs steps (how many values) or values"});
            points = std::min(most + 1, points * std::max<std::size_t>(1, parameters_.levels[i]));
        }
        if (points > most)
            problems_.add(root_.find("design")->at, {fmt::format("rutenettet har mer enn {} punkter", most),
                                                     fmt::format("the grid has more than {} points", most)});
    }

    void read_list(const Value& file) {
        const std::string& name = *file.as<std::string>();
        const std::string path = path_in(read_.folder, name);
        if (is_missing(name, file.at)) return;
        const std::string text = files_.read(path);
        std::vector<std::string> columns;
        for (const SweepParameter& parameter : read_.plan.parameters) columns.push_back(parameter.id);
        const CsvTable table(text, path, columns, problems_);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            std::vector<double>& point = read_.plan.list.emplace_back();
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const SweepParameter& parameter = read_.plan.parameters[i];
                const sweep::Distribution& d = parameter.distribution;
                point.push_back(parameter.choices.empty()
                                    ? table.number(row, i, d.min, d.max, problems_)
                                    : static_cast<double>(table.index(row, i, names_of(parameter), problems_)));
            }
        }
        read_.plan.design.size = read_.plan.list.size();
        read_.plan.sources.push_back({name, sha256(text)});
    }

    /// Choices as a table of points has them.
    static std::vector<std::string> names_of(const SweepParameter& parameter) {
        std::vector<std::string> names;
        for (std::size_t c = 0; c < parameter.choices.size(); ++c)
            names.push_back(plain_value(parameter, static_cast<double>(c)));
        return names;
    }

    const Files& files_;
    Value root_;
    Problems problems_;
    ReadParameters parameters_;
    ReadSweep read_;
};

} // namespace

std::string path_in(const std::string& folder, const std::string& name) {
    return (fs::path(folder) / name).lexically_normal().string();
}

ReadSweep read_sweep(const Files& files, const std::string& path, const std::string& version) {
    return Reader(files, path, version).read();
}

} // namespace framsyn::app
