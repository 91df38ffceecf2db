#include "app/sweep/kept_tables.hpp"

#include "app/ground/found_text.hpp"
#include "app/tables/catalogue/catalogue.hpp"
#include "app/tables/result_tables.hpp"
#include "models/study/study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

namespace framsyn::app {
namespace {

/// Text columns that say something of a row's values, not which row it is.
constexpr std::array<std::string_view, 3> remarks_of_rows{"unit", "evidence", "status"};

/// Whether a column tells rows apart: every text and whole number but the remarks, and the probability of a quantile.
bool is_key(const Column& column) {
    if (column.type == CellType::number) return column.name == "probability";
    return std::find(remarks_of_rows.begin(), remarks_of_rows.end(), column.name) == remarks_of_rows.end();
}

std::string label_of(const TypedCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const int* whole = std::get_if<int>(&cell)) return std::to_string(*whole);
    return fmt::format("{}", std::get<double>(cell));
}

/// Labels of each key of a table, in the order in which they first appear in any scenario.
using Labels = std::map<std::string, std::vector<std::string>>;

void gather(const TidyTable& table, Labels& labels) {
    const std::vector<Column>& columns = entry_of(table.name()).columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!is_key(columns[c])) continue;
        std::vector<std::string>& known = labels[std::string(columns[c].name)];
        std::unordered_map<std::string, bool> seen;
        for (const std::string& label : known) seen[label] = true;
        for (const TypedRow& row : table.rows()) {
            std::string label = label_of(row[c]);
            if (seen.emplace(label, true).second) known.push_back(std::move(label));
        }
    }
}

/// Tables of a scenario as few draws give them: the rows that it has, to know which there are.
std::vector<TidyTable> tables_of_small_study(const WrittenScenario& scenario, bool care,
                                             const std::vector<std::string>& files) {
    const study::Study study =
        study::run_study(scenario, {{0, 2}, {0, care ? std::size_t{2} : std::size_t{0}}, study::People::left_out});
    std::vector<TidyTable> tables;
    for (const std::string& file : files) tables.push_back(result_table(file, scenario, study, true));
    return tables;
}

class Settler {
  public:
    explicit Settler(ReadSweep& sweep) : sweep_(sweep) {}

    void check() {
        for (const WantedOutput& output : sweep_.outputs) check_columns(output);
        if (!problems_.empty()) throw BadInput(problems_);
    }

    /// What the tables of the scenarios have, from as few draws as there can be.
    void look_at_scenarios() {
        std::vector<std::string> files;
        for (const WantedOutput& output : sweep_.outputs) {
            if (std::find(files.begin(), files.end(), output.table) == files.end()) files.push_back(output.table);
        }
        for (const WrittenScenario& scenario : sweep_.scenarios)
            look_at(tables_of_small_study(scenario, sweep_.plan.replications > 0, files));
    }

    void look_at(const std::vector<TidyTable>& tables) {
        for (const TidyTable& table : tables) gather(table, labels_[table.name()]);
    }

    void settle() {
        share_labels();
        for (const WantedOutput& output : sweep_.outputs) add(output);
        if (!problems_.empty()) throw BadInput(problems_);
        name_variables();
    }

  private:
    void check_columns(const WantedOutput& output) {
        const bool of_care = output.table.starts_with("care") || output.table.starts_with("flows");
        if (of_care && sweep_.plan.replications == 0)
            problems_.add(output.at, {fmt::format("{} krever simulering: skriv replications i [sweep]", output.table),
                                      fmt::format("{} needs simulation: write replications in [sweep]", output.table)});
        const std::vector<std::string> numbers = number_columns(output.table);
        std::vector<std::string> keys;
        for (const Column& column : entry_of(output.table).columns) {
            if (is_key(column)) keys.emplace_back(column.name);
        }
        for (const std::string& name : output.columns) {
            if (std::find(numbers.begin(), numbers.end(), name) != numbers.end()) continue;
            const Text hint = did_you_mean(name, numbers);
            problems_.add(output.at,
                          {fmt::format("output «{}»: {} har ingen tallkolonne «{}»{} (kolonner: {})", output.id,
                                       output.table, shown(name), hint.nb, fmt::join(numbers, ", ")),
                           fmt::format(R"(output "{}": {} has no number column "{}"{} (columns: {}))", output.id,
                                       output.table, shown(name), hint.en, fmt::join(numbers, ", "))});
        }
        for (const KeptPlaces& filter : output.filters) {
            if (std::find(keys.begin(), keys.end(), filter.key) != keys.end()) continue;
            problems_.add(filter.at.empty() ? output.at : filter.at.front(),
                          {fmt::format("{} har ingen kolonne «{}»", output.table, filter.key),
                           fmt::format("{} has no column \"{}\"", output.table, filter.key)});
        }
    }

    /// Trusts, services and years are the same dimensions for all tables, whichever of them a table has rows of.
    void share_labels() {
        for (const char* key : {"trust", "service", "year"}) {
            std::vector<std::string> all;
            for (const WantedOutput& output : sweep_.outputs) {
                for (const std::string& label : labels_[output.table][key]) {
                    if (std::find(all.begin(), all.end(), label) == all.end()) all.push_back(label);
                }
            }
            for (auto& [table, labels] : labels_) {
                if (labels.contains(key) && !labels[key].empty()) labels[key] = all;
            }
        }
    }

    /// The places of a key that are kept of an output: what its filter, or [keep], names; otherwise all.
    std::vector<std::string> kept(const WantedOutput& output, const std::string& key) {
        const std::vector<std::string>& known = labels_[output.table][key];
        for (const std::vector<KeptPlaces>* list : {&output.filters, &std::as_const(sweep_.keep)}) {
            for (const KeptPlaces& places : *list) {
                if (places.key != key) continue;
                for (std::size_t i = 0; i < places.labels.size(); ++i) check_label(output, places, i, known);
                return places.labels;
            }
        }
        return known;
    }

    void check_label(const WantedOutput& output, const KeptPlaces& places, std::size_t i,
                     const std::vector<std::string>& known) {
        const std::string& label = places.labels[i];
        if (std::count(places.labels.begin(), places.labels.end(), label) > 1)
            problems_.add(places.at[i], {fmt::format("«{}» står to ganger i listen", shown(label)),
                                         fmt::format("\"{}\" stands twice in the list", shown(label))});
        if (std::find(known.begin(), known.end(), label) != known.end()) return;
        const Text hint = did_you_mean(label, known);
        problems_.add(places.at[i],
                      {fmt::format("{}: ingen rader med {} «{}»{}", output.table, places.key, shown(label), hint.nb),
                       fmt::format("{}: no rows with {} \"{}\"{}", output.table, places.key, shown(label), hint.en)});
    }

    /// A dimension of this name with these labels; one with other labels has the output's id in front of its name.
    std::size_t dimension(const WantedOutput& output, const Column& column, const std::vector<std::string>& labels) {
        std::vector<SweepDimension>& all = sweep_.plan.dimensions;
        const std::string key(column.name);
        for (const std::string& name : {key, output.id + "_" + key}) {
            const auto found = std::find_if(all.begin(), all.end(), [&](const auto& d) { return d.name == name; });
            if (found == all.end()) {
                all.push_back({name, key, labels, column.type == CellType::integer, column.meaning.en});
                return all.size() - 1;
            }
            if (found->labels == labels) return static_cast<std::size_t>(found - all.begin());
        }
        throw std::logic_error("an output's id is used twice");
    }

    void add(const WantedOutput& output) {
        std::vector<std::size_t> dimensions;
        std::size_t size = 1;
        const std::vector<Column>& columns = entry_of(output.table).columns;
        for (const Column& column : columns) {
            if (!is_key(column)) continue;
            const std::vector<std::string> labels = kept(output, std::string(column.name));
            dimensions.push_back(dimension(output, column, labels));
            size *= labels.size();
        }
        if (size == 0) {
            problems_.add(output.at, {fmt::format("{} har ingen rader i dette scenarioet", output.table),
                                      fmt::format("{} has no rows in this scenario", output.table)});
            return;
        }
        for (const std::string& name : output.columns) {
            const auto column =
                std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == name; });
            sweep_.plan.variables.push_back({output.id + "_" + name, output.table, name, std::string(column->unit),
                                             column->meaning.en, dimensions, sweep_.plan.width(), size});
        }
    }

    /// A column that only one output keeps goes by its own name.
    void name_variables() {
        std::vector<SweepVariable>& all = sweep_.plan.variables;
        for (SweepVariable& variable : all) {
            const auto same = [&](const SweepVariable& other) { return other.column == variable.column; };
            const auto taken = [&](const auto& other) { return other.name == variable.column; };
            if (std::count_if(all.begin(), all.end(), same) > 1) continue;
            if (std::any_of(sweep_.plan.dimensions.begin(), sweep_.plan.dimensions.end(), taken)) continue;
            if (std::none_of(all.begin(), all.end(), taken)) variable.name = variable.column;
        }
    }

    ReadSweep& sweep_;
    Problems problems_;
    std::map<std::string, Labels> labels_; ///< by table
};

} // namespace

void settle_outputs(ReadSweep& sweep) {
    Settler settler(sweep);
    settler.check();
    settler.look_at_scenarios();
    settler.settle();
}

void settle_outputs(ReadSweep& sweep, const std::vector<TidyTable>& tables) {
    Settler settler(sweep);
    settler.look_at(tables);
    settler.settle();
}

std::vector<std::string> number_columns(const std::string& file) {
    std::vector<std::string> numbers;
    for (const Column& column : entry_of(file).columns) {
        if (!is_key(column) && column.type == CellType::number) numbers.emplace_back(column.name);
    }
    return numbers;
}

KeptTables::KeptTables(const SweepPlan& plan) {
    for (const SweepDimension& dimension : plan.dimensions) {
        auto& places = places_.emplace_back();
        for (std::size_t i = 0; i < dimension.labels.size(); ++i) places.emplace(dimension.labels[i], i);
    }
    for (const SweepVariable& variable : plan.variables) {
        const std::vector<Column>& columns = entry_of(variable.table).columns;
        const auto column_of = [&](const std::string& name) {
            return static_cast<std::size_t>(
                std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; }) -
                columns.begin());
        };
        if (std::find(files_.begin(), files_.end(), variable.table) == files_.end()) files_.push_back(variable.table);
        auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) {
            return g.file == variable.table && g.dimensions == variable.dimensions;
        });
        if (group == groups_.end()) {
            Group made{variable.table, {}, variable.dimensions, {}, {}};
            for (const std::size_t d : variable.dimensions) made.keys.push_back(column_of(plan.dimensions[d].key));
            group = groups_.insert(groups_.end(), std::move(made));
        }
        group->columns.push_back(column_of(variable.column));
        group->offsets.push_back(variable.offset);
    }
}

void KeptTables::keep(const TidyTable& table, std::vector<double>& values) const {
    for (const Group& group : groups_) {
        if (group.file != table.name()) continue;
        for (const TypedRow& row : table.rows()) {
            std::size_t place = 0;
            bool wanted = true;
            for (std::size_t d = 0; d < group.keys.size() && wanted; ++d) {
                const auto& places = places_[group.dimensions[d]];
                const auto found = places.find(label_of(row[group.keys[d]]));
                wanted = found != places.end();
                if (wanted) place = place * places.size() + found->second;
            }
            for (std::size_t v = 0; wanted && v < group.columns.size(); ++v)
                values[group.offsets[v] + place] = std::get<double>(row[group.columns[v]]);
        }
    }
}

} // namespace framsyn::app
