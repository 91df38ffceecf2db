#include "app/command/run_command.hpp"

#include "app/command/charts.hpp"
#include "app/command/progress.hpp"
#include "app/command/root_study.hpp"
#include "app/command/run_control.hpp"
#include "app/ground/disk/files.hpp"
#include "app/results/answer.hpp"
#include "app/results/manifest.hpp"
#include "app/results/population_summary.hpp"
#include "app/results/result_folder.hpp"
#include "app/results/summary.hpp"
#include "app/results/workbook_sheets.hpp"
#include "app/tables/context_file.hpp"
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

std::exception_ptr end_of(ChartMaker& charts, const CommonOptions& options) {
    try {
        charts.finish(options.interrupted);
    } catch (const ChartsFailed&) {
        return std::current_exception();
    } catch (const BadInput&) {
        return std::current_exception();
    }
    return nullptr;
}

Text kept_without_charts(const std::string& folder) {
    return {fmt::format("tabellene ligger i {0}, uten figurer og rapport; «framsyn plot {0}» prøver igjen", folder),
            fmt::format("the tables are in {0}, without charts and report; \"framsyn plot {0}\" tries again", folder)};
}

/// What is said on the terminal: the answer to a what-if first, then what is found of any scenario.
std::string findings(const WrittenScenario& scenario, const study::Study& study,
                     const std::optional<Comparison>& comparison, Language language) {
    std::string text = comparison ? answer_of(*comparison, language) + "\n" : "";
    return text + (scenario.has_services() ? summary_of(study, language) : population_summary(study, language));
}

/// The tables are written into the folder as they are made; the workbook is made of them too.
std::vector<TidyTable> write_tables(const fs::path& folder, const WrittenScenario& scenario, const study::Study& study,
                                    const std::optional<Comparison>& comparison) {
    std::vector<TidyTable> tables = result_tables(scenario, study);
    if (comparison) tables.push_back(comparison_table({{scenario.id, comparison->rows}}, true));
    for (const TidyTable& table : tables) write_file((folder / table.name()).string(), table.text());
    const ResultFile context = context_file(scenario, study);
    write_file((folder / context.name).string(), context.content);
    return tables;
}

} // namespace

void run_command(const std::string& path, const std::string& out, bool simulate, const CommonOptions& options) {
    const auto begun = std::chrono::steady_clock::now();
    RunRecord record = record_of(options);

    Overrides overrides = options.overrides;
    if (!simulate && !overrides.replications) overrides.replications = 0;
    const WrittenScenario scenario = read_scenario(DiskFiles(), path, overrides);
    print_remarks(scenario, options);
    if (simulate && !scenario.has_services()) {
        throw BadInput({path, 0, 0}, {"har ingen [[service]], så det er ingenting å simulere; bruk «framsyn project»",
                                      "has no [[service]], so there is nothing to simulate; use \"framsyn project\""});
    }
    const fs::path target = out.empty() ? fs::path("out") / scenario.id : fs::path(out);
    ResultFolder folder(target);
    std::exception_ptr undrawn; // what went wrong with the charts: the tables are worth keeping all the same
    {
        ProgressLine line(options.language, options.quiet);
        std::optional<ChartMaker> charts; // draws while the workbook is written
        if (options.charts) charts.emplace(folder.path(), options.language, false, std::vector<std::string>{});
        const study::Runner trials =
            parallel_runner({options.threads, scenario.seed, options.interrupted,
                             [&](study::Stage stage, std::size_t done, std::size_t total) {
                                 line.show(stage_name(stage).in(options.language), done, total);
                             }});
        const study::Runner run = [&](study::Stage stage, const study::Block& block,
                                      const std::function<void(std::size_t)>& trial) {
            if (charts) charts->must_be_there();
            trials(stage, block, trial);
        };
        const study::Study study = study::run_study(
            scenario, study::whole(scenario, simulate ? study::Care::simulated : study::Care::left_out), run);
        const std::optional<Comparison> comparison = comparison_with_root(scenario, study, options);
        const std::vector<TidyTable> tables = write_tables(folder.path(), scenario, study, comparison);
        stop_if_interrupted(options);
        if (charts) {
            line.show(charts_stage.in(options.language), 0, 0);
            charts->begin();
        }
        write_workbook((folder.path() / "results.xlsx").string(), front_sheet(scenario, simulate, options.language),
                       workbook_sheets(study, tables, options.language));
        if (charts) undrawn = end_of(*charts, options);
        stop_if_interrupted(options);
        record.run_time_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        write_manifest(folder.path(), scenario, options.overrides.set, simulate ? "run" : "project", record);
        folder.finish();
        if (!options.quiet) {
            fmt::print("{}", findings(scenario, study, comparison, options.language));
        }
    }
    if (undrawn) {
        fmt::print(stderr, "{}\n", kept_without_charts(target.string()).in(options.language));
        std::rethrow_exception(undrawn);
    }
    print_report((options.charts ? target / "report.html" : target).string(), options);
}

} // namespace framsyn::app
