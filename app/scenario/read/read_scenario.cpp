#include "app/scenario/read/read_scenario.hpp"

#include "app/ground/found_text.hpp"
#include "app/scenario/actions/half_plans.hpp"
#include "app/scenario/actions/new_units.hpp"
#include "app/scenario/people/resolve_population.hpp"
#include "app/scenario/read/build_scenario.hpp"
#include "app/scenario/read/check_copies.hpp"
#include "app/scenario/read/check_counted_year.hpp"
#include "app/scenario/read/check_levels.hpp"
#include "app/scenario/read/check_scenario.hpp"
#include "app/scenario/read/check_simulation.hpp"
#include "app/scenario/read/read_counted_use.hpp"
#include "app/scenario/read/read_tables.hpp"
#include "app/scenario/schema/scenario_sections.hpp"
#include "app/scenario/schema/schema.hpp"
#include "app/scenario/text/differences.hpp"
#include "models/study/draws/population_sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <string_view>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

/// A file that the scenario names, by its path inside the scenario's folder; never outside of it, so that a copy of
/// the folder alone runs.
fs::path inside_folder(const Files& source, const fs::path& folder, const std::string& name, const Position& at) {
    if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; })) {
        throw BadInput(at, {fmt::format("«{}» er ikke et filnavn", shown(name)),
                            fmt::format("\"{}\" is not a file name", shown(name))});
    }
    const fs::path relative = fs::path(name).lexically_normal();
    const bool outside = relative.empty() || relative.is_absolute() || *relative.begin() == "..";
    if (outside || source.leads_out((folder / relative).string(), folder.string())) {
        const Text link = outside ? Text{} : Text{" (lenken peker ut av den)", " (the link points out of it)"};
        throw BadInput(at, {fmt::format("«{}» ligger utenfor scenarioets mappe{}", shown(name), link.nb),
                            fmt::format("\"{}\" is outside the scenario's folder{}", shown(name), link.en)});
    }
    return folder / relative;
}

/// Throws BadInput at the place that names the file if it can't be read.
void must_be_readable(const Files& source, const std::string& path, const std::string& name, const Position& at,
                      const Text& hint = {}) {
    if (const std::optional<Text> why = source.fault(path)) {
        throw BadInput(at, {fmt::format("«{}»: {}{}", shown(name), why->nb, hint.nb),
                            fmt::format("\"{}\": {}{}", shown(name), why->en, hint.en)});
    }
}

/// A file's name without its ending is a natural slip.
Text with_ending(const Files& source, const fs::path& path, const std::string& name) {
    if (!source.fault(path.string()) || source.fault(path.string() + ".toml")) return {};
    return {fmt::format("; mente du «{}.toml»?", shown(name)), fmt::format("; did you mean \"{}.toml\"?", shown(name))};
}

/// A what-if whose `extends` is missing or misspelt lacks everything that its base has: said once, not section by section.
void must_have_base(const Files& source, const fs::path& folder, const Value& file) {
    const auto& sections = scenario_sections();
    const bool says_what_is = std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
        return section.required && section.name != "scenario" && file.find(section.name);
    });
    const bool is_what_if =
        std::any_of(sections.begin(), sections.end(), [&](const Section& section) { return file.find(section.name); });
    const Value* schema = file.find("schema");
    const auto* version = schema ? schema->as<std::int64_t>() : nullptr;
    if (says_what_is || !is_what_if || (schema && (!version || *version != 1))) return;
    const std::string usual = "baseline.toml";
    const std::string base = source.fault((folder / usual).string()) ? "…" : usual;
    Position at{file.at.file, 1, 1};
    Text slip;
    for (const Member& member : *file.as<Table>()) {
        if (nearest_name(member.key, {"extends"}).empty()) continue;
        at = member.at;
        slip = {fmt::format("ukjent nøkkel «{}»: ", shown(member.key)),
                fmt::format("unknown key \"{}\": ", shown(member.key))};
    }
    const std::string lines =
        schema ? fmt::format("extends = \"{}\"", base) : fmt::format("schema = 1, extends = \"{}\"", base);
    throw BadInput(at, {fmt::format("{}filen sier ikke hva den bygger på; skriv øverst: {}", slip.nb, lines),
                        fmt::format("{}the file doesn't say what it builds on; write at the top: {}", slip.en, lines)});
}

/// Within one file an id stands once in its list: a second entry would replace the first when files are merged.
void check_ids_stand_once(const Value& file, Problems& problems) {
    for (const Member& list : *file.as<Table>()) {
        const Array* entries = list.value.as<Array>();
        if (!entries) continue;
        std::map<std::string, int> lines;
        for (const Value& entry : *entries) {
            const Value* id = entry.find("id");
            const std::string* name = id ? id->as<std::string>() : nullptr;
            if (!name) continue;
            const auto [earlier, first] = lines.emplace(*name, id->at.line);
            if (first) continue;
            problems.add(id->at, {fmt::format("id «{}» er brukt før i [[{}]] (linje {})", shown(*name), shown(list.key),
                                              earlier->second),
                                  fmt::format("id \"{}\" is used before in [[{}]] (line {})", shown(*name),
                                              shown(list.key), earlier->second)});
        }
    }
}

void set_member(Value& table, const std::string& key, const std::string& text, const Position& at) {
    Table& members = std::get<Table>(table.data);
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
    if (found != members.end()) {
        found->value = {text, at};
    } else {
        members.push_back({key, at, {text, at}});
    }
}

std::string text_at(const Value& table, const std::string& key) {
    const Value* value = table.find(key);
    const std::string* text = value ? value->as<std::string>() : nullptr;
    return text ? *text : "";
}

/// A file that extends another is a scenario of its own: what it doesn't say of itself must not be inherited, or its
/// results would go by the other's name. Its id is then the file's name, its title the other's with that name.
void name_by_file(Value& merged, const Value& own, const Text& base_title, const fs::path& path) {
    Value* scenario = nullptr;
    for (Member& member : std::get<Table>(merged.data)) {
        if (member.key == "scenario") scenario = &member.value;
    }
    if (!scenario || !scenario->as<Table>()) return; // the schema says what is wrong
    const Value nothing{Table{}, own.at};
    const Value* said = own.find("scenario");
    const Value& own_words = said ? *said : nothing;
    std::string name = path.stem().string();
    for (char& letter : name) {
        if (std::string_view(".=, \t()[]{}'\"!?&%+@#$;:~^`").find(letter) != std::string_view::npos) letter = '-';
    }
    if (!own_words.find("id")) set_member(*scenario, "id", name, own.at);
    const auto settle = [&](const std::string& nb_key, const std::string& en_key, const Text& otherwise) {
        const std::string nb = text_at(own_words, nb_key);
        const std::string en = text_at(own_words, en_key);
        const Position& nb_at = nb.empty() ? own.at : own_words.find(nb_key)->at;
        const Position& en_at = en.empty() ? own.at : own_words.find(en_key)->at;
        if (!own_words.find(nb_key)) set_member(*scenario, nb_key, en.empty() ? otherwise.nb : en, en_at);
        if (!own_words.find(en_key)) set_member(*scenario, en_key, nb.empty() ? otherwise.en : nb, nb_at);
    };
    settle("title", "title_en",
           {fmt::format("{} ({})", base_title.nb, name), fmt::format("{} ({})", base_title.en, name)});
    settle("description", "description_en",
           {fmt::format("Bygger på «{}», med forskjellene som er listet.", base_title.nb),
            fmt::format("Built on \"{}\", with the differences that are listed.", base_title.en)});
}

/// Reads a scenario file and, first, those it extends.
class Loader {
  public:
    Loader(const Files& source, fs::path folder) : source_(source), folder_(std::move(folder)) {}

    Value load(const fs::path& path, Problems& problems) {
        const std::string shown = path.lexically_normal().string(); // as the user would type it
        if (std::find(chain_.begin(), chain_.end(), path) != chain_.end()) {
            throw BadInput({shown, 0, 0}, {"filen utvider seg selv", "the file extends itself"});
        }
        chain_.push_back(path);
        const std::string text = source_.read(shown);
        Value value = parse_toml(text, shown);
        files.push_back({path.lexically_relative(folder_).generic_string(), text});
        check_ids_stand_once(value, problems);
        const Value* extends = value.find("extends");
        if (!extends) {
            must_have_base(source_, folder_, value);
            compared_with = path.filename().string();
            root_file = shown;
            base = value;
            return value;
        }
        const std::string* base_name = extends->as<std::string>();
        if (!base_name) throw BadInput(extends->at, {"extends må være et filnavn", "extends must be a file name"});
        const fs::path base_path = inside_folder(source_, folder_, *base_name, extends->at);
        must_be_readable(source_, base_path.string(), *base_name, extends->at,
                         with_ending(source_, base_path, *base_name));
        base = load(base_path, problems);
        compared_with = *base_name;
        const Value* base_scenario = base.find("scenario");
        const Text base_title =
            base_scenario ? Text{text_at(*base_scenario, "title"), text_at(*base_scenario, "title_en")} : Text{};
        note_touched(value);
        Value merged = merge(base, value, problems);
        name_by_file(merged, value, base_title, path);
        return merged;
    }

    std::vector<InputFile> files; ///< as read, the scenario first
    Value base;                   ///< what the scenario extends, or itself
    std::string compared_with;    ///< the file of `base`
    std::string root_file;        ///< that extends no other
    std::vector<Touched> touched; ///< by the files on top of that, the root's neighbour first

  private:
    void note_touched(const Value& file) {
        for (const Member& list : *file.as<Table>()) {
            const Array* entries = list.value.as<Array>();
            if (!entries) continue;
            for (const Value& entry : *entries) {
                const std::string id = text_at(entry, "id");
                if (!id.empty()) touched.push_back({list.key, id, entry.at});
            }
        }
    }

    const Files& source_;
    fs::path folder_;
    std::vector<fs::path> chain_;
};

/// Where care is left out, its replications ask for no more draws than there are.
void fit_replications(Value& root) {
    const Value* run = root.find("run");
    const auto number = [&](const char* key) -> const std::int64_t* {
        const Value* value = run ? run->find(key) : nullptr;
        return value ? value->as<std::int64_t>() : nullptr;
    };
    const std::int64_t* draws = number("draws");
    const std::int64_t* replications = number("replications");
    if (!draws || !replications || *draws < 2 || *replications <= 2 * *draws) return;
    for (Member& member : std::get<Table>(root.data)) {
        if (member.key != "run") continue;
        for (Member& size : std::get<Table>(member.value.data)) {
            if (size.key == "replications") size.value.data = 2 * *draws;
        }
    }
}

/// The list and the id that an address begins with.
Touched touched_by(const std::string& address) {
    const std::size_t list = address.find('.');
    const std::size_t id = list == std::string::npos ? list : address.find('.', list + 1);
    if (id == std::string::npos) return {};
    return {address.substr(0, list), address.substr(list + 1, id - list - 1), {"--set " + shown(address), 0, 0}};
}

void apply_overrides(Value& root, const Overrides& overrides, std::vector<Touched>& touched, Problems& problems) {
    for (const std::string& assignment : overrides.set) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos || equals == 0) {
            problems.add({"--set " + shown(assignment), 0, 0},
                         {"ventet liste.id.nøkkel=verdi", "expected list.id.key=value"});
            continue;
        }
        const std::string address = assignment.substr(0, equals);
        set_value(root, address, assignment.substr(equals + 1), problems);
        touched.push_back(touched_by(address));
    }
    if (overrides.draws) set_value(root, "run.draws", fmt::format("{}", *overrides.draws), problems, "--draws");
    if (overrides.replications && *overrides.replications == 0) {
        fit_replications(root);
    } else if (overrides.replications) {
        set_value(root, "run.replications", fmt::format("{}", *overrides.replications), problems, "--replications");
    }
    if (overrides.seed) set_value(root, "run.seed", fmt::format("{}", *overrides.seed), problems, "--seed");
}

void check_table_ids(const WrittenScenario& scenario, Problems& problems) {
    std::vector<std::string> given;
    for (const TableInfo& table : scenario.tables) {
        given.push_back(table.id);
        const auto& known = known_tables();
        if (std::find(known.begin(), known.end(), table.id) != known.end()) continue;
        const Text hint = did_you_mean(table.id, known);
        problems.add(table.at, {fmt::format("ingen tabell heter «{}»{}", table.id, hint.nb),
                                fmt::format("no table is called \"{}\"{}", table.id, hint.en)});
    }
    if (!problems.empty()) return; // what is missing may be what is misspelt
    for (const std::string& id : missing_tables(given, scenario.has_services())) {
        const std::string instead = table_instead_of(id);
        problems.add(scenario.tables.empty() ? scenario.variant_at : scenario.tables.front().at,
                     {fmt::format("[[table]] «{}» mangler{}", id,
                                  instead.empty() ? "" : fmt::format(" (eller «{}» i stedet)", instead)),
                      fmt::format("[[table]] \"{}\" is missing{}", id,
                                  instead.empty() ? "" : fmt::format(" (or \"{}\" instead)", instead))});
    }
}

void read_all_tables(WrittenScenario& scenario, const Files& source, const fs::path& folder, Problems& problems) {
    check_table_ids(scenario, problems);
    TableTexts tables;
    for (const TableInfo& table : scenario.tables) {
        try {
            const std::string path = inside_folder(source, folder, table.file, table.at).lexically_normal().string();
            must_be_readable(source, path, path, table.at);
            tables.texts.emplace_back(table.id, TableText{path, source.read(path)});
            scenario.files.push_back({table.file, tables.texts.back().second.text});
        } catch (const BadInput& bad) {
            problems.add_all(bad.problems());
        }
    }
    if (problems.empty()) read_tables(scenario, tables, problems);
}

/// Which of the table's rates each service uses.
void find_use_rates(WrittenScenario& scenario, const Value& root, Problems& problems) {
    const auto& names = scenario.use_rate_names;
    for (study::ServiceInfo& service : scenario.services) {
        const auto found = std::find(names.begin(), names.end(), service.use_rate_name);
        service.use_rate = static_cast<std::size_t>(found - names.begin());
        if (found != names.end()) continue;
        const Text hint = did_you_mean(service.use_rate_name, names);
        problems.add(service.utilisation.at.line > 0 ? service.utilisation.at : root.at,
                     {fmt::format("{}: tabellen use-rates har ingen rater «{}»{}", service.id,
                                  shown(service.use_rate_name), hint.nb),
                      fmt::format("{}: the table use-rates has no rates \"{}\"{}", service.id,
                                  shown(service.use_rate_name), hint.en)});
    }
}

/// The flows of the base year with the file's own values where a draw put others.
void check_counts(WrittenScenario& scenario, const WrittenOnTop& written, const Value& root,
                  const std::vector<study::ValueAt>& as_drawn, Problems& problems) {
    std::vector<study::ValueAt> drawn;
    for (const Quantity& quantity : scenario.assumptions) {
        if (std::any_of(as_drawn.begin(), as_drawn.end(),
                        [&](const auto& at) { return at.address == quantity.address; }))
            drawn.push_back({quantity.address, quantity.value});
    }
    if (!drawn.empty()) study::put(scenario, as_drawn);
    check_counted_year(scenario, written, root, problems);
    if (!drawn.empty()) study::put(scenario, drawn);
}

BaseYear base_year_of(const Value& root, const std::string& root_file) {
    const Value* time = root.find("time");
    const Value* year = time ? time->find("base_year") : nullptr;
    return year && year->at.file == root_file ? BaseYear::as_written : BaseYear::moved;
}

void remark_on_many_trusts(WrittenScenario& scenario, const Value& root) {
    if (scenario.trusts.size() <= study::most_areas) return;
    scenario.remarks.add(
        place_of(root, "trust", scenario.trusts[study::most_areas].id),
        {fmt::format("flere enn {} [[trust]]: population_quantiles.csv får bare regionen", study::most_areas),
         fmt::format("more than {} [[trust]]: population_quantiles.csv gets the region only", study::most_areas)});
}

/// What is said of beds, patients and levels together, once they hold.
void check_use(WrittenScenario& scenario, const Value& root, Problems& problems) {
    if (problems.empty()) check_beds_and_patients(scenario, root, problems, scenario.remarks);
    if (problems.empty()) check_split(scenario, scenario.remarks);
    remark_on_half_plans(scenario, root, scenario.remarks);
    remark_on_changed_stays(scenario, root, scenario.remarks);
    if (problems.empty()) remark_on_simulation(scenario, root, scenario.remarks);
}

} // namespace

WrittenScenario read_scenario(const Files& files, const std::string& path, const Overrides& overrides) {
    const fs::path file(path);
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    Loader loader(files, folder);
    Problems problems;
    Value root = loader.load(file.has_parent_path() ? file : folder / file, problems);
    apply_overrides(root, overrides, loader.touched, problems);
    const Value as_written = root;
    root = with_new_units(std::move(root));
    check_against_schema(root, problems);
    if (!problems.empty()) throw BadInput(problems);

    WrittenScenario scenario = build_scenario(root);
    scenario.files = std::move(loader.files);
    scenario.compared_with = loader.compared_with;
    scenario.differences = differences_between(loader.base, as_written);
    scenario.root_file = loader.root_file;
    scenario.extends = scenario.files.size() > 1;
    scenario.as_written = as_written;
    read_all_tables(scenario, files, folder, problems);
    if (problems.empty()) add_counted_use(scenario, overrides.counts, problems);
    if (overrides.counts == Counts::left_aside) scenario.counts.clear();
    check_scenario(scenario, root, problems, scenario.remarks);
    remark_on_many_trusts(scenario, root);
    remark_on_copies(root, scenario.remarks);
    if (problems.empty()) find_use_rates(scenario, root, problems);
    if (!problems.empty()) throw BadInput(problems);
    scenario.demography = resolve_population(scenario, problems, scenario.remarks);
    if (problems.empty()) fill_expected_days(scenario, problems);
    if (problems.empty() && scenario.has_services() && overrides.counts == Counts::held) {
        check_counted_use(scenario, base_year_of(root, loader.root_file), problems, scenario.remarks);
        put_later_use(scenario, problems);
        check_counts(scenario, {loader.root_file, loader.base, loader.touched}, root, overrides.as_drawn, problems);
        check_stocks(scenario, problems);
        check_use(scenario, root, problems);
    }
    if (!problems.empty()) throw BadInput(problems);
    return scenario;
}

} // namespace framsyn::app
