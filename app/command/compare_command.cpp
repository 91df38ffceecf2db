#include "app/command/compare_command.hpp"

#include "app/command/affordable.hpp"
#include "app/command/process/charts.hpp"
#include "app/command/process/progress.hpp"
#include "app/command/process/run_control.hpp"
#include "app/ground/disk/files.hpp"
#include "app/ground/disk/unfinished.hpp"
#include "app/ground/disk/write_failed.hpp"
#include "app/results/answer.hpp"
#include "app/results/manifest.hpp"
#include "app/results/result_folder.hpp"
#include "app/results/sheets/workbook_sheets.hpp"
#include "app/results/target.hpp"
#include "app/results/workbook.hpp"
#include "app/tables/comparison_file.hpp"
#include "app/tables/context_file.hpp"
#include "app/tables/result_tables.hpp"
#include "models/study/draws/use_sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
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

/// The round years and the last, those that tables print.
std::vector<int> years_to_say(const study::Scenario& scenario) {
    std::vector<int> years;
    for (int year = scenario.base_year + 1; year < scenario.last_year && years.empty(); ++year) {
        if (year % 10 == 0) years.push_back(year);
    }
    years.push_back(scenario.last_year);
    return years;
}

/// What every scenario of a comparison comes to in other futures, need alone.
class Futures {
  public:
    Futures(const std::vector<Asked>& asked, const CommonOptions& options) : asked_(asked), options_(options) {}

    /// One of them after the other, every scenario in each.
    std::vector<study::Outlook> outlooks(const study::Runner& run) const {
        std::vector<study::Outlook> all;
        for (const auto& future : study::future_names) {
            if (future.value == study::Future::as_assumed || !differs(future.value)) continue;
            for (study::Outlook& outlook : outlooks_in(future.value, run)) all.push_back(std::move(outlook));
        }
        return all;
    }

  private:
    /// Without stocks their growth makes no difference.
    bool differs(study::Future future) const {
        if (future != study::Future::sentences_flat) return true;
        return std::any_of(asked_.begin(), asked_.end(),
                           [](const Asked& asked) { return !asked.scenario.stocks.empty(); });
    }

    /// None where a scenario has no such population.
    std::vector<study::Outlook> outlooks_in(study::Future future, const study::Runner& run) const {
        std::vector<study::Outlook> outlooks;
        for (const Asked& asked : asked_) {
            std::optional<study::Scenario> scenario = in(asked, future);
            if (!scenario) return {};
            const study::Extent extent{
                study::whole(*scenario, study::Care::left_out).draws, {}, study::People::left_out};
            outlooks.push_back(study::outlook_of(future, study::run_study(*scenario, extent, run),
                                                 years_to_say(asked_.front().scenario)));
        }
        return outlooks;
    }

    std::optional<study::Scenario> in(const Asked& asked, study::Future future) const {
        const study::Scenario& as_it_is = asked.scenario;
        if (!study::is_of_migration(future)) return study::in_future(as_it_is, future);
        Overrides overrides = options_.overrides;
        overrides.draws = asked.scenario.draws;
        overrides.seed = asked.scenario.seed;
        overrides.replications = 0;
        const std::string variant = "demography.variant=";
        std::erase_if(overrides.set, [&](const std::string& set) { return set.starts_with(variant); });
        overrides.set.push_back(variant + study::variant_in(asked.scenario.variant, future));
        try {
            return read_scenario(DiskFiles(), asked.path, overrides);
        } catch (const BadInput& bad) {
            if (!options_.quiet) {
                const std::string why = bad.problems().lines(options_.language).front();
                fmt::print(stderr,
                           fmt::runtime(options_.language == Language::nb
                                            ? "Merk: framtiden {} regnes ikke, for {} har den ikke: {}\n"
                                            : "Note: the future {} is left out, as {} doesn't have it: {}\n"),
                           name_in(study::future_names, future), asked.path, why);
            }
            return std::nullopt;
        }
    }

    const std::vector<Asked>& asked_;
    const CommonOptions& options_;
};

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
                must_be_affordable(asked.scenario, care_, options_, beside(asked.scenario, paths.size()));
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
        target_ = request.out.empty() ? fs::path("out") / ("compare-" + base().id) : fs::path(request.out);
        folder_.emplace(target_, request.force);
        print_leftovers(folder_->leftovers(), options_);
        const std::exception_ptr undrawn = fill(request.regret);
        print();
        if (undrawn) {
            print_kept();
            std::rethrow_exception(undrawn);
        }
        print_report((options_.charts ? target_ / "comparison.html" : target_).string(), options_);
    }

    const Problems& problems() const { return problems_; }

  private:
    const WrittenScenario& base() const { return asked_.front().scenario; }

    /// The base is told the time of all of them; an alternative is in memory with it.
    Beside beside(const WrittenScenario& scenario, std::size_t scenarios) const {
        if (asked_.empty()) return {0, scenarios - 1, 0, false};
        return {1, 0, beside_of_run(scenario).drawn, true};
    }

    study::Study study_of(const WrittenScenario& scenario, const study::Runner& run) const {
        return study::run_study(scenario, study::whole(scenario, care_), run);
    }

    std::exception_ptr fill(bool regret) {
        ProgressLine line(options_.language, options_.quiet);
        std::optional<ChartMaker> charts;
        if (options_.charts) charts.emplace(folder_->path(), options_.language, false, std::vector<std::string>{});
        const study::Runner run = runner(line, charts);
        study_all(run);
        if (regret) {
            for (study::Outlook& outlook : Futures(asked_, options_).outlooks(run))
                outlooks_.push_back(std::move(outlook));
        }
        write_together(regret);
        std::exception_ptr undrawn;
        if (charts) {
            line.show(charts_stage.in(options_.language), 0, 0);
            charts->begin();
            // From here on what is there is worth keeping, whatever happens to the charts.
            Unfinished tables_alone([&] { keep_tables(*charts); });
            undrawn = charts->outcome(options_.interrupted);
            tables_alone.done();
        }
        save();
        return undrawn;
    }

    /// Where care isn't simulated, people are projected once for all alternatives that have the same.
    study::Study base_study(std::optional<study::UseSample>& use, const study::Runner& run) const {
        if (simulated() || asked_.size() < 2) return study_of(base(), run);
        const study::Extent extent = study::whole(base(), care_);
        const std::size_t kept = study::has_spread(base()) ? extent.draws.count : 1;
        study::PopulationSample people =
            study::empty_population_sample(base().demography, std::min(kept, extent.draws.count));
        use.emplace(base(), extent.draws, run, &people);
        study::DrawSample draws = use->draws_of(base(), run);
        draws.population = std::move(people);
        return study::study_of(base(), std::move(draws), std::nullopt, run);
    }

    study::Runner runner(ProgressLine& line, std::optional<ChartMaker>& charts) const {
        const study::Runner trials =
            parallel_runner({options_.threads, base().seed, options_.interrupted,
                             [&](study::Stage stage, std::size_t done, std::size_t total) {
                                 line.show(stage_name(stage).in(options_.language), done, total);
                             }});
        return [&charts, trials](study::Stage stage, const study::Block& block,
                                 const std::function<void(std::size_t)>& trial) {
            if (charts) charts->must_be_there();
            trials(stage, block, trial);
        };
    }

    /// The base once, then one alternative at a time, so that no more than two are kept in memory.
    void study_all(const study::Runner& run) {
        const fs::path& folder = folder_->path();
        const std::vector<int> years = years_to_say(base());
        std::optional<study::UseSample> use;
        const study::Study before = base_study(use, run);
        write_results(folder, base(), before, nullptr, true);
        outlooks_.push_back(study::outlook_of(study::Future::as_assumed, before, years));
        for (std::size_t i = 1; i < asked_.size(); ++i) {
            const WrittenScenario& scenario = asked_[i].scenario;
            const bool same_people = use && use->holds_for(scenario);
            const study::Study after = same_people
                                           ? study::study_of(scenario, use->draws_of(scenario, run), std::nullopt, run)
                                           : study_of(scenario, run);
            comparisons_.push_back(compare_studies(base(), before, scenario, after, options_.language));
            write_results(folder, scenario, after, &comparisons_.back(), !same_people);
            outlooks_.push_back(study::outlook_of(study::Future::as_assumed, after, years));
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
                       const Comparison* comparison, bool own_people) const {
        const fs::path folder = parent / scenario.id;
        fs::create_directories(folder / "charts");
        std::vector<TidyTable> tables = result_tables(scenario, study, {false, own_people, options_.charts});
        if (!own_people) {
            for (const std::string& file : tables_of_people()) fs::copy_file(parent / base().id / file, folder / file);
        }
        if (comparison) {
            tables.push_back(comparison_table(tabled(*comparison), false));
            tables.push_back(actions_table({{scenario.id, comparison->actions}}, false));
        }
        for (const TidyTable& table : tables) write_file((folder / table.name()).string(), table.text());
        const std::optional<Against> against =
            comparison ? std::optional(Against{comparison->base_file, comparison->settings}) : std::nullopt;
        const ResultFile context = context_file(scenario, study, against);
        write_file((folder / context.name).string(), context.content);
        write_manifest(folder, scenario, options_.overrides.set, simulated() ? "run" : "project", {"", 0.0, "", 0});
    }

    /// What is said of all of them: comparison.csv, .json and .xlsx, actions.csv and regret.csv.
    void write_together(bool regret) const {
        const fs::path& folder = folder_->path();
        std::vector<ScenarioComparison> rows;
        std::vector<ScenarioActions> actions;
        std::vector<std::string> ids;
        for (const Comparison& comparison : comparisons_) {
            for (ScenarioComparison& each : tabled(comparison)) rows.push_back(std::move(each));
            actions.push_back({comparison.id, comparison.actions});
            ids.push_back(comparison.id);
        }
        std::vector<TidyTable> tables;
        tables.push_back(comparison_table(rows, true));
        tables.push_back(actions_table(actions, false));
        if (regret) tables.push_back(regret_table(study::regret_of(outlooks_), true));
        for (const TidyTable& table : tables) write_file((folder / table.name()).string(), table.text());
        const ResultFile together = comparison_file(base().id, ids, study::whole(base(), care_));
        write_file((folder / together.name).string(), together.content);
        FrontSheet front = front_sheet(base(), simulated(), options_.language);
        for (const Comparison& comparison : comparisons_) {
            for (const Setting& setting : comparison.settings)
                front.facts.emplace_back(comparison.id, setting.said.in(options_.language));
        }
        write_workbook((folder / "comparison.xlsx").string(), front, sheets_(tables, options_.language));
    }

    /// The manifest, which names the files of all scenarios, and the folder in its place.
    void save() {
        const auto still = nothing_undone();
        std::error_code ignored;
        fs::remove(folder_->path() / "charts", ignored); // stays where something is drawn
        WrittenScenario all = base();
        if (!simulated()) all.replications = 0;
        for (std::size_t i = 1; i < asked_.size(); ++i) {
            for (const InputFile& file : asked_[i].scenario.files) {
                const bool is_there = std::any_of(all.files.begin(), all.files.end(), [&](const InputFile& other) {
                    return other.path == file.path && other.text == file.text;
                });
                if (!is_there) all.files.push_back(file);
            }
        }
        record_.run_time_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
        write_manifest(folder_->path(), all, options_.overrides.set, "compare", record_);
        print_renamed(target_, folder_->finish(), options_);
    }

    void keep_tables(ChartMaker& charts) {
        charts.kill();
        remove_leftovers_inside(folder_->path());
        try {
            save();
            print_kept();
        } catch (const WriteFailed& failure) {
            fmt::print(stderr, "{}\n", failure.text().in(options_.language));
        }
    }

    void print_kept() const {
        fmt::print(stderr,
                   fmt::runtime(options_.language == Language::nb
                                    ? "tabellene ligger i {0}, uten figurer og comparison.html; «framsyn plot {0}» "
                                      "prøver igjen\n"
                                    : "the tables are in {0}, without charts and comparison.html; \"framsyn plot {0}\" "
                                      "tries again\n"),
                   target_.string());
    }

    bool simulated() const { return care_ == study::Care::simulated; }

    void print() const {
        if (options_.quiet) return;
        for (const Comparison& comparison : comparisons_) {
            fmt::print("{}\n", answer_of(comparison, options_.language));
        }
        fmt::print("{}", ranking_of(comparisons_, base().last_year, options_.language));
    }

    const CommonOptions& options_;
    study::Care care_;
    std::chrono::steady_clock::time_point begun_;
    RunRecord record_;
    std::vector<Asked> asked_; ///< the base first
    Problems problems_;
    std::vector<Comparison> comparisons_;
    std::vector<study::Outlook> outlooks_; ///< the base's in the world as assumed first
    fs::path target_;
    std::optional<ResultFolder> folder_;
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
