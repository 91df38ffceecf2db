#include "app/command/import_command.hpp"

#include "app/ground/disk/files.hpp"
#include "app/import/population_import.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

namespace framsyn::app {
namespace {

SsbTable table_of(const std::string& name) {
    if (name == "ssb-14288") return SsbTable::projection_14288;
    if (name == "ssb-14746") return SsbTable::projection_14746;
    return SsbTable::population_07459;
}

std::optional<YearSpan> years_of(const ImportRequest& request) {
    if (request.years.empty()) return std::nullopt;
    const std::optional<YearSpan> years = parse_years(request.years);
    if (!years)
        throw BadInput({"--years " + request.years, 0, 0},
                       {"ventet år som 2024 eller 2024-2027", "expected years as 2024 or 2024-2027"});
    return years;
}

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

} // namespace

void import_command(const ImportRequest& request, Language language) {
    const std::optional<YearSpan> years = years_of(request);
    check_target(request);
    Problems problems;
    const MunicipalityMap map =
        read_municipalities(read_file(request.mapping, request.mapping), request.mapping, problems);
    const StatbankTable table = read_statbank(read_file(request.file, request.file), request.file, problems);
    if (!problems.empty()) throw BadInput(problems);
    const ImportedPopulation imported = import_population(table, table_of(request.table), map, years, problems);
    if (!problems.empty()) throw BadInput(problems);
    write_file(request.out, import_file(imported, request.out).content);
    if (!request.quiet) fmt::print("{}", import_report(imported, request.out, request.file, language));
}

} // namespace framsyn::app
