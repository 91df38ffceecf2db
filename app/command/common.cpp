#include "app/command/common.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace framsyn::app {

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

void print_report(const std::string& path, const CommonOptions& options) {
    if (options.quiet) return;
    if (!options.charts) {
        fmt::print(fmt::runtime(options.language == Language::nb ? "Tabeller: {}\n" : "Tables: {}\n"), path);
        return;
    }
    fmt::print(fmt::runtime(options.language == Language::nb ? "Rapport: {}\n" : "Report: {}\n"), path);
}

} // namespace framsyn::app
