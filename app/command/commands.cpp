#include "app/command/commands.hpp"

#include "app/command/charts.hpp"
#include "app/command/progress.hpp"
#include "app/command/run_control.hpp"
#include "app/ground/disk/files.hpp"
#include "app/results/manifest.hpp"
#include "app/results/population_summary.hpp"
#include "app/results/result_folder.hpp"
#include "app/results/summary.hpp"
#include "app/results/workbook_sheets.hpp"
#include "app/scenario/schema/schema.hpp"
#include "app/tables/result_tables.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <thread>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

const Text charts_stage{"Figurer og rapport", "Charts and report"};

Text stage_name(study::Stage stage) {
    switch (stage) {
    case study::Stage::draws:
        return {"Befolkning og døgn", "Population and bed days"};
    case study::Stage::beds:
        return {"Behov", "Need"};
    case study::Stage::care:
        return {"Pasientsimulering", "Patient simulation"};
    case study::Stage::cells:
        return {"Tabeller", "Tables"};
    }
    return {};
}

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

void write_all(const fs::path& folder, const WrittenScenario& scenario, bool simulated,
               const std::vector<ResultFile>& files, Language language) {
    for (const ResultFile& file : files) write_file((folder / file.name).string(), file.content);
    write_workbook((folder / "results.xlsx").string(), front_sheet(scenario, simulated, language),
                   workbook_sheets(scenario, files, language));
}

void stop_if_interrupted(const CommonOptions& options) {
    if (options.interrupted && options.interrupted->load()) throw Interrupted();
}

/// What can be run but may not be meant.
void print_remarks(const WrittenScenario& scenario, const CommonOptions& options) {
    if (options.quiet) return;
    for (const std::string& line : scenario.remarks.lines(options.language)) {
        fmt::print(stderr, fmt::runtime(options.language == Language::nb ? "Merk: {}\n" : "Note: {}\n"), line);
    }
}

} // namespace

void check_command(const std::vector<std::string>& scenarios, const CommonOptions& options) {
    Problems problems;
    for (const std::string& path : scenarios) {
        try {
            const WrittenScenario scenario = read_scenario(path, options.overrides);
            print_remarks(scenario, options);
            if (!options.quiet) {
                fmt::print(fmt::runtime(options.language == Language::nb ? "{}: i orden ({} forutsetninger)\n"
                                                                         : "{}: sound ({} assumptions)\n"),
                           path, scenario.assumptions.size());
            }
        } catch (const BadInput& bad) {
            problems.add_all(bad.problems());
        }
    }
    if (!problems.empty()) throw BadInput(problems);
}

void run_command(const std::string& path, const std::string& out, bool simulate, const CommonOptions& options) {
    const auto begun = std::chrono::steady_clock::now();
    RunRecord record;
    record.started = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
    record.host = host_name();
    record.threads = options.threads > 0 ? options.threads : static_cast<int>(std::thread::hardware_concurrency());

    const WrittenScenario scenario = read_scenario(path, options.overrides);
    print_remarks(scenario, options);
    if (simulate && !scenario.has_services()) {
        throw BadInput({path, 0, 0}, {"har ingen [[service]], så det er ingenting å simulere; bruk «framsyn project»",
                                      "has no [[service]], so there is nothing to simulate; use \"framsyn project\""});
    }
    const fs::path target = out.empty() ? fs::path("out") / scenario.id : fs::path(out);
    ResultFolder folder(target);
    {
        ProgressLine line(options.language, options.quiet);
        const study::Runner run = parallel_runner({options.threads, scenario.seed, options.interrupted,
                                                   [&](study::Stage stage, std::size_t done, std::size_t total) {
                                                       line.show(stage_name(stage).in(options.language), done, total);
                                                   }});
        const study::Study study = study::run_study(
            scenario, study::whole(scenario, simulate ? study::Care::simulated : study::Care::left_out), run);
        write_all(folder.path(), scenario, simulate, result_tables(scenario, study), options.language);
        stop_if_interrupted(options);
        line.show(charts_stage.in(options.language), 0, 0);
        draw_charts(folder.path(), options.language, {});
        stop_if_interrupted(options);
        record.run_time_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        write_manifest(folder.path(), scenario, options.overrides.set, simulate ? "run" : "project", record);
        folder.finish();
        if (!options.quiet) {
            fmt::print("{}", scenario.has_services() ? summary_of(study, options.language)
                                                     : population_summary(study, options.language));
        }
    }
    if (!options.quiet)
        fmt::print(fmt::runtime(options.language == Language::nb ? "Rapport: {}\n" : "Report: {}\n"),
                   (target / "report.html").string());
}

void plot_command(const std::string& path, const CommonOptions& options) {
    const fs::path folder(path);
    if (!is_result_folder(folder)) {
        throw BadInput({path, 0, 0}, {"er ikke en resultatmappe fra framsyn (manifest.json mangler)",
                                      "is not a result folder of framsyn (manifest.json is missing)"});
    }
    ProgressLine line(options.language, options.quiet);
    line.show(charts_stage.in(options.language), 0, 0);
    draw_charts(folder, options.language, edited_files(folder));
    renew_chart_sums(folder);
    if (!options.quiet)
        fmt::print(fmt::runtime(options.language == Language::nb ? "Rapport: {}\n" : "Report: {}\n"),
                   (folder / "report.html").string());
}

void schema_command() {
    std::fputs(json_schema().c_str(), stdout);
}

} // namespace framsyn::app
