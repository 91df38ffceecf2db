#include "app/command/common.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <unistd.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <thread>

namespace framsyn::app {
namespace {

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

} // namespace

RunRecord record_of(const CommonOptions& options) {
    RunRecord record;
    record.started = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
    record.host = host_name();
    record.threads = options.threads > 0 ? options.threads : static_cast<int>(std::thread::hardware_concurrency());
    return record;
}

void print_remarks(const WrittenScenario& scenario, const CommonOptions& options) {
    if (options.quiet) return;
    for (const std::string& line : scenario.remarks.lines(options.language)) {
        fmt::print(stderr, fmt::runtime(options.language == Language::nb ? "Merk: {}\n" : "Note: {}\n"), line);
    }
}

void print_leftovers(const std::vector<std::string>& paths, const CommonOptions& options) {
    if (options.quiet) return;
    for (const std::string& path : paths) {
        fmt::print(stderr,
                   fmt::runtime(options.language == Language::nb
                                    ? "Merk: {}: ble liggende etter en framsyn som ble avbrutt, og er ryddet bort\n"
                                    : "Note: {}: was left behind by a framsyn that was killed, and is cleared away\n"),
                   path);
    }
}

void print_renamed(const std::filesystem::path& folder, const std::vector<std::string>& names,
                   const CommonOptions& options) {
    for (const std::string& name : names) {
        fmt::print(stderr,
                   fmt::runtime(options.language == Language::nb
                                    ? "Merk: {}: din egen fil har fått dette navnet, for resultatene har det gamle\n"
                                    : "Note: {}: your own file has this name now, as the results have its old one\n"),
                   (folder / name).string());
    }
}

void print_report(const std::string& path, const CommonOptions& options) {
    if (options.quiet) return;
    if (!options.charts) {
        fmt::print(fmt::runtime(options.language == Language::nb ? "Tabeller: {}\n" : "Tables: {}\n"), path);
        return;
    }
    fmt::print(fmt::runtime(options.language == Language::nb ? "Rapport: {}\n" : "Report: {}\n"), path);
}

} // namespace framsyn::app
