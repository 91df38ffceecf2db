#include "app/command/run_command.hpp"

#include "app/command/affordable.hpp"
#include "app/command/process/charts.hpp"
#include "app/command/process/progress.hpp"
#include "app/command/process/run_control.hpp"
#include "app/command/root_study.hpp"
#include "app/ground/disk/files.hpp"
#include "app/ground/disk/unfinished.hpp"
#include "app/ground/disk/write_failed.hpp"
#include "app/results/answer.hpp"
#include "app/results/manifest.hpp"
#include "app/results/population_summary.hpp"
#include "app/results/result_folder.hpp"
#include "app/results/sheets/overview_sheet.hpp"
#include "app/results/sheets/workbook_sheets.hpp"
#include "app/results/summary.hpp"
#include "app/results/target.hpp"
#include "app/results/workbook.hpp"
#include "app/sweep/drawn_series.hpp"
#include "app/sweep/run_netcdf.hpp"
#include "app/sweep/variance_table.hpp"
#include "app/tables/context_file.hpp"
#include "app/tables/information_table.hpp"
#include "app/tables/result_tables.hpp"
#include "models/study/study.hpp"

#include <fmt/format.h>

#include <chrono>
#include <exception>
#include <functional>
#include <optional>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

void stop_if_interrupted(const CommonOptions& options) {
    if (options.interrupted && options.interrupted->load()) throw Interrupted();
}

Text kept_without_charts(const std::string& folder, bool workbook) {
    return {fmt::format("tabellene ligger i {0}, uten {1}figurer og rapport; «framsyn plot {0}» prøver igjen", folder,
                        workbook ? "" : "arbeidsbok (results.xlsx), "),
            fmt::format("the tables are in {0}, without {1}charts and report; \"framsyn plot {0}\" tries again", folder,
                        workbook ? "" : "workbook (results.xlsx), ")};
}

/// Where care is left out, its replications ask for no draws.
Overrides overrides_of(const RunRequest& request, const CommonOptions& options) {
    Overrides overrides = options.overrides;
    if (!request.simulate && !overrides.replications) overrides.replications = 0;
    return overrides;
}

/// One run on its way: what it is asked for, and the folder that it fills.
class TheRun {
  public:
    TheRun(const RunRequest& request, const CommonOptions& options)
        : request_(request), options_(options), begun_(std::chrono::steady_clock::now()),
          scenario_(read_scenario(DiskFiles(), request.scenario, overrides_of(request, options))),
          record_(record_of(options)) {}

    void go() {
        print_remarks(scenario_, options_);
        if (request_.simulate && !scenario_.has_services()) {
            throw BadInput({request_.scenario, 0, 0},
                           {"har ingen [[service]], så det er ingenting å simulere; bruk «framsyn project»",
                            "has no [[service]], so there is nothing to simulate; use \"framsyn project\""});
        }
        const char* const wanted = request_.netcdf      ? "--netcdf"
                                   : request_.draws_csv ? "--draws-csv"
                                   : request_.variance  ? "--variance"
                                   : request_.ask       ? "--ask"
                                                        : nullptr;
        if (wanted && !scenario_.has_services()) {
            throw BadInput({wanted, 0, 0}, {"scenarioet har ingen [[service]], så det er ikke noe behov å skrive",
                                            "the scenario has no [[service]], so there is no need to write"});
        }
        const study::Care care = request_.simulate ? study::Care::simulated : study::Care::left_out;
        must_be_affordable(scenario_, care, options_, beside_of_run(scenario_));
        target_ = request_.out.empty() ? fs::path("out") / scenario_.id : fs::path(request_.out);
        folder_.emplace(target_, request_.force);
        print_leftovers(folder_->leftovers(), options_);
        const std::exception_ptr undrawn = fill(); // what went wrong with the charts: the tables are worth keeping
        if (undrawn) {
            print_kept();
            std::rethrow_exception(undrawn);
        }
        if (!request_.is_part) print_report((options_.charts ? target_ / "report.html" : target_).string(), options_);
    }

  private:
    std::exception_ptr fill() {
        ProgressLine line(options_.language, options_.quiet);
        std::optional<ChartMaker> charts; // draws while the workbook is written
        if (options_.charts) charts.emplace(folder_->path(), options_.language, false, std::vector<std::string>{});
        const study::Study study = study_of_scenario(line, charts);
        const std::optional<Comparison> comparison = comparison_with_root(scenario_, study, options_);
        const std::vector<TidyTable> tables = write_tables(study, comparison);
        stop_if_interrupted(options_);
        std::exception_ptr undrawn;
        if (charts) {
            line.show(charts_stage.in(options_.language), 0, 0);
            charts->begin();
            // From here on what is there is worth keeping, whatever happens to the rest.
            Unfinished tables_alone([&] { keep_tables(*charts); });
            write_the_workbook(study, comparison, tables);
            undrawn = charts->outcome(options_.interrupted);
            tables_alone.done();
        } else {
            write_the_workbook(study, comparison, tables);
            stop_if_interrupted(options_);
        }
        save();
        if (!options_.quiet && !request_.is_part) {
            if (comparison) fmt::print("{}\n", answer_of(*comparison, options_.language));
            fmt::print("{}", scenario_.has_services() ? summary_of(study, options_.language)
                                                      : population_summary(study, options_.language));
        }
        return undrawn;
    }

    study::Study study_of_scenario(ProgressLine& line, std::optional<ChartMaker>& charts) const {
        const study::Runner trials =
            parallel_runner({options_.threads, scenario_.seed, options_.interrupted,
                             [&](study::Stage stage, std::size_t done, std::size_t total) {
                                 line.show(stage_name(stage).in(options_.language), done, total);
                             }});
        const study::Runner run = [&charts, trials](study::Stage stage, const study::Block& block,
                                                    const std::function<void(std::size_t)>& trial) {
            if (charts) charts->must_be_there();
            trials(stage, block, trial);
        };
        return study::run_study(
            scenario_, study::whole(scenario_, request_.simulate ? study::Care::simulated : study::Care::left_out),
            run);
    }

    std::vector<TidyTable> write_tables(const study::Study& study, const std::optional<Comparison>& comparison) const {
        std::vector<TidyTable> tables = result_tables(scenario_, study);
        if (comparison) {
            tables.push_back(comparison_table(tabled(*comparison), true));
            tables.push_back(actions_table({{scenario_.id, comparison->actions}}, false));
        }
        for (const TidyTable& table : tables) write_file((folder_->path() / table.name()).string(), table.text());
        if (request_.draws_csv) write_draws_csv((folder_->path() / "draws.csv").string(), study);
        std::vector<VarianceRow> variance;
        if (request_.variance) variance = variance_rows(study);
        if (request_.variance) write_variance_csv((folder_->path() / "variance.csv").string(), variance);
        if (request_.ask) {
            const study::Questions questions = study::questions_of(study, {scenario_.last_year});
            write_file((folder_->path() / "information.csv").string(), information_table(questions, false).text());
        }
        if (request_.netcdf)
            write_run_netcdf((folder_->path() / "results.nc").string(), scenario_, study, variance, FRAMSYN_VERSION);
        const ResultFile context = context_file(scenario_, study, against_of(comparison));
        write_file((folder_->path() / context.name).string(), context.content);
        return tables;
    }

    void write_the_workbook(const study::Study& study, const std::optional<Comparison>& comparison,
                            const std::vector<TidyTable>& tables) const {
        const std::optional<Sheet> overview =
            overview_sheet(study, scenario_.title.in(options_.language), options_.language);
        write_workbook((folder_->path() / "results.xlsx").string(),
                       front_sheet(scenario_, request_.simulate, options_.language, against_of(comparison)),
                       workbook_sheets(study, tables, options_.language), overview ? &*overview : nullptr);
    }

    /// Manifest, and the folder in its place.
    void save() {
        const auto still = nothing_undone();
        record_.run_time_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
        write_manifest(folder_->path(), scenario_, options_.overrides.set, request_.simulate ? "run" : "project",
                       record_);
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
        std::error_code ignored;
        const bool workbook = fs::exists(target_ / "results.xlsx", ignored);
        fmt::print(stderr, "{}\n", kept_without_charts(target_.string(), workbook).in(options_.language));
    }

    const RunRequest& request_;
    const CommonOptions& options_;
    std::chrono::steady_clock::time_point begun_;
    WrittenScenario scenario_;
    RunRecord record_;
    fs::path target_;
    std::optional<ResultFolder> folder_;
};

} // namespace

void run_command(const RunRequest& request, const CommonOptions& options) {
    TheRun(request, options).go();
}

} // namespace framsyn::app
