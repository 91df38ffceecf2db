#include "app/command/import_command.hpp"

#include "app/ground/disk/files.hpp"
#include "app/import/import_report.hpp"
#include "app/import/import_texts.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>

namespace framsyn::app {
namespace {

/// The file to write must not be one that is read, and not be there already unless --force says so.
void check_target(const ImportRequest& request) {
    std::error_code ignored;
    for (const std::string& read : {request.file, request.mapping}) {
        if (std::filesystem::equivalent(request.out, read, ignored))
            throw BadInput({request.out, 0, 0}, {"er også en fil som leses; velg et annet navn med --out",
                                                 "is also a file that is read; choose another name with --out"});
    }
    if (std::filesystem::is_directory(request.out, ignored))
        throw BadInput({request.out, 0, 0}, {"er en mappe; --out er en fil", "is a folder; --out is a file"});
    if (!request.force && std::filesystem::exists(request.out, ignored))
        throw BadInput({request.out, 0, 0}, {"finnes fra før; velg et annet navn, eller skriv over med --force",
                                             "exists; choose another name, or write over it with --force"});
}

int this_year() {
    return static_cast<int>(
        std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())).year());
}

} // namespace

void import_command(const ImportRequest& request, Language language) {
    const std::optional<YearSpan> years = import_years(request.years);
    check_target(request);
    const ImportedPopulation imported = import_texts({request.table,
                                                      {request.file, read_file(request.file, request.file)},
                                                      {request.mapping, read_file(request.mapping, request.mapping)},
                                                      {years, this_year()}});
    write_file(request.out, import_file(imported, request.out).content);
    if (!request.quiet) fmt::print("{}", import_report(imported, request.out, request.file, language));
}

} // namespace framsyn::app
