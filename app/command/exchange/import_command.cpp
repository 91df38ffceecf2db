#include "app/command/exchange/import_command.hpp"

#include "app/command/exchange/sheets_command.hpp"

#include "app/ground/disk/files.hpp"
#include "app/import/activity/import_year.hpp"
#include "app/import/import_report.hpp"
#include "app/import/import_texts.hpp"
#include "app/import/levels/renewed_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>

namespace framsyn::app {
namespace {

/// The file to write must not be one that is read, and not be there already unless --force says so.
void check_target(const ImportRequest& request) {
    std::error_code ignored;
    for (const std::string& read : {request.file, request.mapping, request.population, request.rates}) {
        if (!read.empty() && std::filesystem::equivalent(request.out, read, ignored))
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

/// The scenario that counts are put on has flows, which must give them in the new base year.
AddedLevels levels_beside(const ImportRequest& request, const YearImport& made) {
    namespace fs = std::filesystem;
    const std::string base = (fs::path(request.out).parent_path() / request.extends).string();
    std::error_code ignored;
    if (made.counts.empty() || fs::exists(base, ignored)) return added_levels(DiskFiles(), base, made);
    return {"",
            {fmt::format("Merk: {} finnes ikke, så nivåene i [[flow]] er ikke regnet om\n", base),
             fmt::format("Note: there is no {}, so the levels of [[flow]] are as they were\n", base)}};
}

/// An option that the table can't do without.
void need(const std::string& option, const std::string& value, const std::string& table, const Text& what) {
    if (!value.empty()) return;
    throw BadInput({option, 0, 0},
                   {table + " trenger " + option + ": " + what.nb, table + " needs " + option + ": " + what.en});
}

NamedText text_of(const std::string& path) {
    return {path, path.empty() ? "" : read_file(path, path)};
}

bool is_year_table(const std::string& table) {
    const std::vector<std::string>& names = year_tables();
    return std::find(names.begin(), names.end(), table) != names.end();
}

void import_year_table(const ImportRequest& request, const YearLimits& years, Language language) {
    if (request.table == "ssb-14820") {
        need("--population", request.population, request.table,
             {"scenariets befolkningstabell", "the scenario's table of people"});
        need("--regions", request.regions, request.table,
             {"regionene i filen som er scenariets, som H05", "the file's regions that are the scenario's, as H05"});
    } else {
        need("--mapping", request.mapping, request.table,
             {"hvilket helseforetak hver organisasjon er (CSV)", "which trust each organisation is (CSV)"});
    }
    const YearImport made =
        import_year({request.table, text_of(request.file), text_of(request.mapping), text_of(request.population),
                     text_of(request.rates), request.regions, request.service, request.extends, request.out, years},
                    language);
    const AddedLevels levels = levels_beside(request, made);
    write_file(request.out, made.file.content + levels.entries);
    if (!request.quiet) fmt::print("{}{}", made.report, levels.said.in(language));
}

} // namespace

void import_command(const ImportRequest& request, Language language) {
    if (request.table == "xlsx") {
        // A name alone is beside the file that is written, as `extends` is.
        const std::filesystem::path base(request.extends);
        const std::string beside = (std::filesystem::path(request.out).parent_path() / base).string();
        import_book({request.file, base.has_parent_path() ? request.extends : beside, request.out, request.force,
                     request.quiet},
                    language);
        return;
    }
    const std::optional<YearSpan> years = import_years(request.years);
    check_target(request);
    if (is_year_table(request.table)) {
        import_year_table(request, {years, this_year()}, language);
        return;
    }
    need("--mapping", request.mapping, request.table,
         {"hvilket helseforetak hver kommune hører til (CSV)", "which trust each municipality belongs to (CSV)"});
    const ImportedPopulation imported = import_texts({request.table,
                                                      {request.file, read_file(request.file, request.file)},
                                                      {request.mapping, read_file(request.mapping, request.mapping)},
                                                      {years, this_year()}});
    write_file(request.out, import_file(imported, request.out).content);
    if (!request.quiet) fmt::print("{}", import_report(imported, request.out, request.file, language));
}

} // namespace framsyn::app
