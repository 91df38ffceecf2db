#include "app/command/sweep_command.hpp"

#include "app/command/affordable.hpp"
#include "app/command/process/progress.hpp"
#include "app/command/process/run_control.hpp"
#include "app/ground/disk/files.hpp"
#include "app/ground/found_text.hpp"
#include "app/ground/problems.hpp"
#include "app/sweep/indices/sensitivity.hpp"
#include "app/sweep/indices/sensitivity_chart.hpp"
#include "app/sweep/indices/sensitivity_words.hpp"
#include "app/sweep/indices/tornado_study.hpp"
#include "app/sweep/indices/tornado_words.hpp"
#include "app/sweep/kept_tables.hpp"
#include "app/sweep/point_study.hpp"
#include "app/sweep/read/read_once.hpp"
#include "app/sweep/read/read_sweep.hpp"
#include "app/sweep/slurm.hpp"
#include "app/sweep/study_chunk.hpp"
#include "app/sweep/sweep_csv.hpp"
#include "app/sweep/sweep_folder.hpp"
#include "app/sweep/sweep_netcdf.hpp"

#include <fmt/format.h>

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <optional>
#include <thread>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

/// What this process has had of processors: a login node is shared, where the clock would tell of others' work.
double processor_seconds() {
    constexpr double microsecond = 1e-6;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           microsecond * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

void say(const CommonOptions& options, const std::string& nb, const std::string& en) {
    if (!options.quiet) fmt::print("{}\n", options.language == Language::nb ? nb : en);
}

[[noreturn]] void refuse(const std::string& what, const std::string& nb, const std::string& en) {
    throw BadInput({what, 0, 0}, {nb, en});
}

std::size_t points_in(const std::vector<PointRange>& ranges) {
    std::size_t points = 0;
    for (const PointRange& range : ranges) points += range.count;
    return points;
}

/// Share I of N.
PointRange share_in(const std::string& text, std::size_t points) {
    std::size_t i = 0;
    std::size_t n = 0;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, i);
    const bool slash = first.ec == std::errc{} && first.ptr != end && *first.ptr == '/';
    const auto second = slash ? std::from_chars(first.ptr + 1, end, n) : first;
    if (!slash || second.ec != std::errc{} || second.ptr != end || i < 1 || i > n)
        refuse("--chunk " + shown(text), "ventet I/N med 1 ≤ I ≤ N, som 3/40",
               "expected I/N with 1 ≤ I ≤ N, such as 3/40");
    return share_of(points, i, n);
}

std::vector<PointRange> wanted_points(const SweepRequest& request, std::size_t points) {
    if (!request.chunk.empty() && !request.points.empty())
        refuse("--points", "kan ikke stå sammen med --chunk", "can't stand together with --chunk");
    if (!request.chunk.empty()) return {share_in(request.chunk, points)};
    if (request.points.empty()) return {{0, points}};
    const auto ranges = ranges_in(request.points, points);
    if (!ranges)
        refuse("--points " + shown(request.points), fmt::format("ventet punkter fra 0 til {}, som 0-9,15", points - 1),
               fmt::format("expected points from 0 to {}, such as 0-9,15", points - 1));
    return *ranges;
}

/// A sweep that has been read and is ready to be studied.
class TheSweep {
  public:
    TheSweep(const SweepRequest& request, const CommonOptions& options)
        : request_(request), options_(options), files_(disk_),
          read_(read_sweep(files_, request.file, FRAMSYN_VERSION)) {
        for (const std::string& line : read_.remarks.lines(options.language)) {
            if (!options.quiet)
                fmt::print(stderr, fmt::runtime(options.language == Language::nb ? "Merk: {}\n" : "Note: {}\n"), line);
        }
        settle_outputs(read_);
        files_.close();
        const study::Care care = read_.plan.replications > 0 ? study::Care::simulated : study::Care::left_out;
        for (const WrittenScenario& scenario : read_.scenarios) must_be_affordable(scenario, care, options);
    }

    void go() {
        const std::size_t points = SweepPoints(read_.plan).count();
        const std::vector<PointRange> wanted = wanted_points(request_, points);
        const SweepFolder folder = SweepFolder::of(read_.plan, target());
        const std::vector<PointRange> left = request_.resume ? missing_in(wanted, state_of(folder)) : wanted;
        if (points_in(left) > 0) study(folder, left);
        const bool all = request_.chunk.empty() && request_.points.empty();
        if (all) sweep_merge_command(target().string(), request_.partial, request_.csv, options_);
    }

    void write_for_cluster() {
        const SweepFolder folder = SweepFolder::of(read_.plan, request_.slurm);
        const std::size_t points = SweepPoints(read_.plan).count();
        const ClusterPlan cut = cluster_plan(trial(points), points);
        const fs::path scripts = fs::path(request_.slurm) / "slurm";
        fs::create_directories(scripts);
        const SweepPaths paths{fs::read_symlink("/proc/self/exe").string(), fs::absolute(request_.file).string(),
                               fs::absolute(request_.slurm).lexically_normal().string()};
        for (const ResultFile& file : cluster_scripts(read_.plan, cut, paths)) {
            write_file((scripts / file.name).string(), file.content);
            ::chmod((scripts / file.name).c_str(), 0755);
        }
        print_cut(cut, scripts);
    }

  private:
    fs::path target() const {
        return request_.out.empty() ? fs::path("out") / ("sweep-" + read_.plan.id) : fs::path(request_.out);
    }

    study::Runner runner(const std::function<void(std::size_t done)>& told = nullptr, int threads = 0) const {
        return parallel_runner({threads > 0 ? threads : options_.threads, read_.plan.seed, options_.interrupted,
                                [told](study::Stage, std::size_t done, std::size_t) {
                                    if (told) told(done);
                                }});
    }

    /// One chunk where a share is asked for, or what is left of it; otherwise one after the other, each as many points as take
    /// three seconds or so, so that little is lost when the machine stops.
    void study(const SweepFolder& folder, const std::vector<PointRange>& left) const {
        const std::size_t total = points_in(left);
        const bool in_pieces = request_.chunk.empty();
        const PointStudies studies(read_.plan, files_, read_.folder, read_.scenarios, runner());
        PointProgress progress(options_.language, options_.quiet, total);
        const std::size_t threads = options_.threads > 0 ? static_cast<std::size_t>(options_.threads)
                                                         : std::max(1U, std::thread::hardware_concurrency());
        std::size_t piece = in_pieces ? 2 * threads : total;
        std::size_t done = 0;
        std::size_t failed = 0;
        for (PointRange range : left) {
            while (range.count > 0) {
                const PointRange now{range.first, std::min(piece, range.count)};
                const Clock::time_point begun = Clock::now();
                Chunk chunk = study_chunk(studies, read_.plan, now,
                                          runner([&](std::size_t here) { progress.show(done + here); }));
                chunk.seconds = seconds_since(begun);
                folder.write(chunk);
                print_failures(chunk, failed);
                done += now.count;
                range = {now.end(), range.count - now.count};
                if (in_pieces) piece = next_piece(chunk.seconds, now.count, threads);
            }
        }
        progress.end();
        if (request_.chunk.empty()) return;
        say(options_, fmt::format("{}: {} punkter regnet, {} feilet", request_.chunk, done, failed),
            fmt::format("{}: {} points studied, {} failed", request_.chunk, done, failed));
    }

    static std::size_t next_piece(double seconds, std::size_t points, std::size_t threads) {
        constexpr double piece_s = 3.0;
        constexpr std::size_t most = 2000;
        const double rate = static_cast<double>(points) / std::max(seconds, 1e-3);
        return std::clamp(static_cast<std::size_t>(piece_s * rate), threads, std::max(most, threads));
    }

    void print_failures(const Chunk& chunk, std::size_t& failed) const {
        constexpr std::size_t most_told = 5;
        for (const PointFailure& failure : chunk.failures) {
            if (++failed > most_told) continue;
            fmt::print(
                stderr,
                fmt::runtime(options_.language == Language::nb ? "punkt {} feilet: {}\n" : "point {} failed: {}\n"),
                failure.point, failure.message.in(options_.language));
        }
    }

    /// A few points from all over the sweep, one after the other on one thread.
    TrialCost trial(std::size_t points) const {
        const auto resident = [] {
            rusage usage{};
            ::getrusage(RUSAGE_SELF, &usage);
            return 1024.0 * static_cast<double>(usage.ru_maxrss);
        };
        constexpr std::size_t most = 4;
        const PointStudies studies(read_.plan, files_, read_.folder, read_.scenarios, runner());
        TrialCost cost;
        cost.bytes_before = resident();
        const std::size_t tried = std::min(most, points);
        const double before = processor_seconds();
        for (std::size_t i = 0; i < tried; ++i)
            static_cast<void>(study_chunk(studies, read_.plan, {i * (points / tried), 1}, runner(nullptr, 1)));
        cost.seconds_a_point = (processor_seconds() - before) / static_cast<double>(tried);
        constexpr double least = 20e6;
        cost.bytes_a_thread = std::max(least, resident() - cost.bytes_before);
        return cost;
    }

    void print_cut(const ClusterPlan& cut, const fs::path& scripts) const {
        const auto number = [&](double value) { return short_number(value, options_.language); };
        say(options_,
            fmt::format("{} punkter, {} kjernetimer; {} oppgaver med {} tråder og {} MB, om lag {} min hver.\n"
                        "Klokketid: {} min med 1 node om gangen, {} min med 10, {} min med alle samtidig.\n"
                        "Send inn med {}/submit.sh, eller kjør her med {}/local.sh",
                        cut.points, number(cut.core_hours), cut.tasks, cut.threads, cut.megabytes,
                        number(cut.minutes_a_task), number(rounds(cut, 1)), number(rounds(cut, 10)),
                        number(cut.minutes_a_task), scripts.string(), scripts.string()),
            fmt::format("{} points, {} core hours; {} tasks of {} threads and {} MB, about {} min each.\n"
                        "Wall time: {} min with 1 node at a time, {} min with 10, {} min with all at once.\n"
                        "Submit with {}/submit.sh, or run here with {}/local.sh",
                        cut.points, number(cut.core_hours), cut.tasks, cut.threads, cut.megabytes,
                        number(cut.minutes_a_task), number(rounds(cut, 1)), number(rounds(cut, 10)),
                        number(cut.minutes_a_task), scripts.string(), scripts.string()));
    }

    static double rounds(const ClusterPlan& cut, std::size_t nodes) {
        return cut.minutes_a_task * std::ceil(static_cast<double>(cut.tasks) / static_cast<double>(nodes));
    }

    const SweepRequest& request_;
    const CommonOptions& options_;
    DiskFiles disk_;
    ReadOnce files_;
    ReadSweep read_;
};

/// Throws BadInput where points are missing and that isn't wanted.
void must_be_whole(const SweepFolder& folder, const SweepState& state, bool partial) {
    if (state.missing.empty() || partial) return;
    const std::string ranges = ranges_text(state.missing);
    refuse(folder.path().string(),
           fmt::format(
               "{} av {} punkter mangler ({}); regn dem med --resume eller --points, eller ta det som er med --partial",
               points_in(state.missing), state.points, shown(ranges)),
           fmt::format("{} of {} points are missing ({}); study them with --resume or --points, or take what there is "
                       "with --partial",
                       points_in(state.missing), state.points, shown(ranges)));
}

void print_damaged(const SweepState& state, const CommonOptions& options) {
    for (const std::string& path : state.damaged) {
        fmt::print(
            stderr,
            fmt::runtime(options.language == Language::nb
                             ? "Merk: {}: er skadet, eller hører til et annet sveip; punktene regnes som manglende\n"
                             : "Note: {}: is damaged, or of another sweep; its points count as missing\n"),
            path);
    }
}

void print_charts(const SensitivityCharts& charts, const std::string& folder, const CommonOptions& options) {
    if (charts.files.empty()) return;
    say(options, fmt::format("{} figurer i {}, som {}", charts.files.size(), folder, charts.files.front().name),
        fmt::format("{} charts in {}, such as {}", charts.files.size(), folder, charts.files.front().name));
    if (charts.left > 0)
        say(options, fmt::format("{} til er ikke tegnet; --cell helseforetak.tjeneste tegner alle for én", charts.left),
            fmt::format("{} more aren't drawn; --cell trust.service draws all of one", charts.left));
}

} // namespace

void sweep_command(const SweepRequest& request, const CommonOptions& options) {
    TheSweep sweep(request, options);
    if (request.slurm.empty()) {
        sweep.go();
    } else {
        sweep.write_for_cluster();
    }
}

void sweep_status_command(const std::string& folder, const CommonOptions& options) {
    const SweepFolder sweep = SweepFolder::at(folder);
    const SweepState state = state_of(sweep);
    const std::size_t missing = points_in(state.missing);
    const std::string left =
        short_number(state.seconds_a_point * static_cast<double>(missing) / 60.0, options.language);
    const bool known = state.seconds_a_point > 0.0 && missing > 0;
    fmt::print("{}\n",
               options.language == Language::nb
                   ? fmt::format("{}: {} av {} punkter ferdig, {} feilet, {} mangler, {} skadede filer{}",
                                 sweep.plan().id, state.done, state.points, state.failed, missing, state.damaged.size(),
                                 known ? fmt::format("; om lag {} min igjen i én prosess", left) : "")
                   : fmt::format("{}: {} of {} points done, {} failed, {} missing, {} damaged files{}", sweep.plan().id,
                                 state.done, state.points, state.failed, missing, state.damaged.size(),
                                 known ? fmt::format("; about {} min left in one process", left) : ""));
    for (const std::string& path : state.damaged)
        fmt::print(fmt::runtime(options.language == Language::nb ? "skadet: {}\n" : "damaged: {}\n"), path);
    if (missing > 0) fmt::print("--points {}\n", ranges_text(state.missing));
}

void sweep_merge_command(const std::string& folder, bool partial, bool csv, const CommonOptions& options) {
    const SweepFolder sweep = SweepFolder::at(folder);
    const SweepState state = state_of(sweep);
    print_damaged(state, options);
    must_be_whole(sweep, state, partial);
    std::vector<std::string> written{write_sweep_netcdf(sweep, state)};
    if (csv) {
        for (const std::string& path : write_sweep_csv(sweep, state)) written.push_back(path);
    }
    for (const std::string& path : written) say(options, "Resultat: " + path, "Results: " + path);
}

void sweep_sensitivity_command(const std::string& folder, bool partial, const std::string& cell,
                               const CommonOptions& options) {
    const SweepFolder sweep = SweepFolder::at(folder);
    const SweepState state = state_of(sweep);
    print_damaged(state, options);
    must_be_whole(sweep, state, partial);
    const Sensitivity found = sensitivity_of(
        sweep, state, parallel_runner({options.threads, sweep.plan().seed, options.interrupted, nullptr}));
    const auto path = [&](const char* name) { return (sweep.path() / name).string(); };
    const SensitivityCharts charts = sensitivity_charts(sweep.plan(), found, cell, options.language);
    write_file(path("sensitivity.csv"), sensitivity_csv(sweep.plan(), found));
    write_file(path("boxes.csv"), boxes_csv(sweep.plan(), found));
    fs::create_directories(sweep.path() / "charts");
    for (const ResultFile& chart : charts.files)
        write_file((sweep.path() / "charts" / chart.name).string(), chart.content);
    if (options.quiet) return;
    fmt::print("{}", sensitivity_words(sweep.plan(), found, options.language));
    say(options,
        fmt::format("{} tall varierer, {} er like i alle punkter. Tabeller: {}, {}", found.varying, found.constant,
                    path("sensitivity.csv"), path("boxes.csv")),
        fmt::format("{} numbers vary, {} are the same at all points. Tables: {}, {}", found.varying, found.constant,
                    path("sensitivity.csv"), path("boxes.csv")));
    print_charts(charts, path("charts"), options);
}

void tornado_command(const TornadoRequest& request, const CommonOptions& options) {
    const DiskFiles disk;
    ReadOnce files(disk);
    Overrides overrides = options.overrides;
    overrides.replications = 0;
    const WrittenScenario scenario = read_scenario(files, request.scenario, overrides);
    files.close();
    print_remarks(scenario, options);
    if (!scenario.has_services())
        refuse(request.scenario, "har ingen [[service]], så det er ingen plasser å regne på",
               "has no [[service]], so there are no beds to study");
    PointProgress progress(options.language, options.quiet, 0);
    const Tornado tornado = tornado_of(
        files, request.scenario, overrides, scenario, scenario.last_year,
        parallel_runner({options.threads, scenario.seed, options.interrupted,
                         [&](study::Stage, std::size_t done, std::size_t total) { progress.show(done, total); }}));
    progress.end();
    const std::string cell = request.cell.empty() ? shortest_cell(tornado) : request.cell;
    check_cell(tornado, cell);
    const fs::path target = request.out.empty() ? fs::path("out") / ("tornado-" + scenario.id) : fs::path(request.out);
    fs::create_directories(target);
    write_file((target / "tornado.csv").string(), tornado_csv(tornado));
    write_file((target / "tornado.svg").string(), tornado_svg(tornado, cell, options.language));
    if (options.quiet) return;
    fmt::print("{}", tornado_words(tornado, cell, options.language));
    say(options, fmt::format("Tabell: {0}/tornado.csv, figur: {0}/tornado.svg", target.string()),
        fmt::format("Table: {0}/tornado.csv, chart: {0}/tornado.svg", target.string()));
}

} // namespace framsyn::app
