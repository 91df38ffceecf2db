#include "app/command/compare_command.hpp"

#include "app/command/affordable.hpp"
#include "app/command/process/progress.hpp"
#include "app/command/process/run_control.hpp"
#include "app/ground/disk/files.hpp"
#include "app/results/answer.hpp"
#include "app/results/manifest.hpp"
#include "app/results/result_folder.hpp"
#include "app/results/workbook_sheets.hpp"
#include "app/tables/context_file.hpp"
#include "app/tables/result_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

/// A scenario of the comparison, and the path that was asked for.
struct Asked {
    std::string path;
    WrittenScenario scenario;
};

/// A scenario without services has nothing to compare; an id stands for one scenario only.
void check_comparable(const Asked& asked, const std::vector<Asked>& others) {
    if (!asked.scenario.has_services()) {
        throw BadInput({asked.path, 0, 0}, {"har ingen [[service]], så det er ingen plasser å sammenligne",
                                            "has no [[service]], so there are no beds to compare"});
    }
    for (const Asked& other : others) {
        if (other.scenario.id == asked.scenario.id) {
            throw BadInput({asked.path, 0, 0},
                           {fmt::format("har id «{}», som {} også har; gi den en egen id i [scenario]",
                                        asked.scenario.id, other.path),
                            fmt::format("has the id \"{}\", which {} has too; give it an id of its own in [scenario]",
                                        asked.scenario.id, other.path)});
        }
        if (asked.scenario.last_year < other.scenario.base_year ||
            other.scenario.last_year < asked.scenario.base_year) {
            throw BadInput({asked.path, 0, 0}, {fmt::format("har ingen år felles med {}", other.path),
                                                fmt::format("has no years in common with {}", other.path)});
        }
    }
}

/// One comparison on its way: what is read, studied and written.
class TheComparison {
  public:
    TheComparison(bool simulate, const CommonOptions& options)
        : options_(options), care_(simulate ? study::Care::simulated : study::Care::left_out),
          begun_(std::chrono::steady_clock::now()), record_(record_of(options)) {}

    /// Throws BadInput where the base can't be used, or none of the others.
    void read(const std::vector<std::string>& paths) {
        Overrides overrides = options_.overrides;
        if (care_ == study::Care::left_out) overrides.replications = 0;
        for (const std::string& path : paths) {
            try {
                Asked asked{path, read_scenario(DiskFiles(), path, overrides)};
                check_comparable(asked, asked_);
                must_be_affordable(asked.scenario, care_, options_);
                print_remarks(asked.scenario, options_);
                asked_.push_back(std::move(asked));
            } catch (const BadInput& bad) {
                problems_.add_all(bad.problems());
                if (asked_.empty()) throw; // without the base there is no comparison
            }
            if (asked_.size() == 1 && care_ == study::Care::simulated) // the base decides
                overrides.replications = base().replications;
            overrides.draws = base().draws;
            overrides.seed = base().seed;
        }
        if (asked_.size() < 2) throw BadInput(problems_);
    }

    void write(const CompareRequest& request) {
        const fs::path target =
            request.out.empty() ? fs::path("out") / ("compare-" + base().id) : fs::path(request.out);
        ResultFolder folder(target, request.force);
        print_leftovers(folder.leftovers(), options_);
        {
            ProgressLine line(options_.language, options_.quiet);
            const study::Runner run =
                parallel_runner({options_.threads, base().seed, options_.interrupted,
                                 [&](study::Stage stage, std::size_t done, std::size_t total) {
                                     line.show(stage_name(stage).in(options_.language), done, total);
                                 }});
            study_all(folder.path(), run);
            write_together(folder.path());
        }
        print_renamed(target, folder.finish(), options_);
        print(target);
    }

    const Problems& problems() const { return problems_; }

  private:
    const WrittenScenario& base() const { return asked_.front().scenario; }

    study::Study study_of(const WrittenScenario& scenario, const study::Runner& run) const {
        return study::run_study(scenario, study::whole(scenario, care_), run);
    }

    /// The base once, then one alternative at a time, so that no more than two are kept in memory.
    void study_all(const fs::path& folder, const study::Runner& run) {
        const study::Study before = study_of(base(), run);
        write_results(folder, base(), before, nullptr);
        for (std::size_t i = 1; i < asked_.size(); ++i) {
            const WrittenScenario& scenario = asked_[i].scenario;
            const study::Study after = study_of(scenario, run);
            comparisons_.push_back(compare_studies(base(), before, scenario, after, options_.language));
            write_results(folder, scenario, after, &comparisons_.back());
            if (!sheets_) { // the words of one scenario: ids that it lacks stay ids
                sheets_ = [study = after](const std::vector<TidyTable>& tables, Language language) {
                    return workbook_sheets(study, tables, language);
                };
            }
        }
    }

    /// A scenario's own result folder: its tables, from which `framsyn plot` draws. When it was made stands in the whole
    /// comparison's manifest.
    void write_results(const fs::path& parent, const WrittenScenario& scenario, const study::Study& study,
                       const Comparison* comparison) const {
        const fs::path folder = parent / scenario.id;
        fs::create_directories(folder / "charts");
        std::vector<TidyTable> tables = result_tables(scenario, study);
        if (comparison) {
            tables.push_back(comparison_table({{scenario.id, comparison->rows}}, false));
            tables.push_back(actions_table({{scenario.id, comparison->actions}}, false));
        }
        for (const TidyTable& table : tables) write_file((folder / table.name()).string(), table.text());
        const ResultFile context = context_file(scenario, study);
        write_file((folder / context.name).string(), context.content);
        const bool simulated = care_ == study::Care::simulated;
        write_manifest(folder, scenario, options_.overrides.set, simulated ? "run" : "project", {"", 0.0, "", 0});
    }

    /// comparison.csv and .xlsx of all, and the manifest.
    void write_together(const fs::path& folder) {
        std::vector<ScenarioComparison> rows;
        std::vector<ScenarioActions> actions;
        for (const Comparison& comparison : comparisons_) {
            rows.push_back({comparison.id, comparison.rows});
            actions.push_back({comparison.id, comparison.actions});
        }
        std::vector<TidyTable> tables;
        tables.push_back(comparison_table(rows, true));
        const TidyTable what_is_done = actions_table(actions, false);
        write_file((folder / tables.front().name()).string(), tables.front().text());
        write_file((folder / what_is_done.name()).string(), what_is_done.text());
        const bool simulated = care_ == study::Care::simulated;
        write_workbook((folder / "comparison.xlsx").string(), front_sheet(base(), simulated, options_.language),
                       sheets_(tables, options_.language));
        fs::remove(folder / "charts"); // each scenario has its own
        WrittenScenario all = base();
        if (!simulated) all.replications = 0;
        for (std::size_t i = 1; i < asked_.size(); ++i) {
            for (const InputFile& file : asked_[i].scenario.files) {
                const bool is_there = std::any_of(all.files.begin(), all.files.end(), [&](const InputFile& other) {
                    return other.path == file.path && other.text == file.text;
                });
                if (!is_there) all.files.push_back(file);
            }
        }
        record_.run_time_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
        write_manifest(folder, all, options_.overrides.set, "compare", record_);
    }

    void print(const fs::path& target) const {
        if (options_.quiet) return;
        for (const Comparison& comparison : comparisons_) {
            fmt::print("{}\n", answer_of(comparison, options_.language));
        }
        fmt::print("{}", ranking_of(comparisons_, base().last_year, options_.language));
        fmt::print(fmt::runtime(options_.language == Language::nb ? "Sammenligning: {}\n" : "Comparison: {}\n"),
                   (target / "comparison.csv").string());
    }

    const CommonOptions& options_;
    study::Care care_;
    std::chrono::steady_clock::time_point begun_;
    RunRecord record_;
    std::vector<Asked> asked_; ///< the base first
    Problems problems_;
    std::vector<Comparison> comparisons_;
    std::function<std::vector<Sheet>(const std::vector<TidyTable>&, Language)> sheets_;
};

} // namespace

void compare_command(const CompareRequest& request, const CommonOptions& options) {
    TheComparison comparison(request.simulate, options);
    std::vector<std::string> paths{request.base};
    paths.insert(paths.end(), request.alternatives.begin(), request.alternatives.end());
    comparison.read(paths);
    comparison.write(request);
    if (!comparison.problems().empty()) throw BadInput(comparison.problems());
}

} // namespace framsyn::app
