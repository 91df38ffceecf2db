#include "app/command/exchange/import_command.hpp"

#include "app/command/exchange/replaced_people.hpp"
#include "app/command/exchange/sheets_command.hpp"
#include "app/import/levels/still_older.hpp"

#include "app/ground/disk/files.hpp"
#include "app/import/activity/import_year.hpp"
#include "app/import/import_report.hpp"
#include "app/import/import_texts.hpp"
#include "app/import/levels/renewal.hpp"
#include "app/import/levels/renewed_words.hpp"

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
    for (const std::string& written : {request.out, request.levels}) {
        if (request.force || written.empty() || !std::filesystem::exists(written, ignored)) continue;
        throw BadInput({written, 0, 0}, {"finnes fra før; velg et annet navn, eller skriv over med --force",
                                         "exists; choose another name, or write over it with --force"});
    }
}

std::chrono::year_month_day today() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

int this_year() {
    return static_cast<int>(today().year());
}

/// As 2027-06-14: when something was read in.
std::string day_of_today() {
    return fmt::format("{:04}-{:02}-{:02}", this_year(), static_cast<unsigned>(today().month()),
                       static_cast<unsigned>(today().day()));
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

namespace fs = std::filesystem;

/// A name alone is beside the file that is written, as `extends` is.
std::string base_of(const ImportRequest& request, const std::string& file) {
    const fs::path base(request.extends);
    return base.has_parent_path() ? request.extends : (fs::path(file).parent_path() / base).string();
}

/// A path as a file in the folder of `file` may name it; it must be in that folder or below.
std::string seen_from(const std::string& option, const std::string& path, const std::string& file) {
    const fs::path folder = fs::absolute(file).lexically_normal().parent_path();
    const fs::path seen = fs::absolute(path).lexically_normal().lexically_relative(folder);
    if (seen.empty() || *seen.begin() == "..") {
        throw BadInput({option, 0, 0}, {fmt::format("{} ligger ikke i samme mappe som {}, eller under den", path, file),
                                        fmt::format("{} isn't in the folder of {}, or below it", path, file)});
    }
    return seen.generic_string();
}

/// What a scenario extends lies in its own folder, as its tables do.
std::string extended_by(const std::string& base, const std::string& file) {
    std::string seen = seen_from("--extends", base, file);
    if (!fs::path(seen).has_parent_path()) return seen;
    throw BadInput({"--extends", 0, 0}, {fmt::format("{} ligger ikke i samme mappe som {}", base, file),
                                         fmt::format("{} isn't in the folder of {}", base, file)});
}

void must_be_there(const std::string& base) {
    if (!DiskFiles().fault(base)) return;
    throw BadInput({"--extends", 0, 0},
                   {fmt::format("finner ikke {}: scenarioet som tallene legges på", base),
                    fmt::format("there is no {}: the scenario that the numbers are put on", base)});
}

/// The order again with the file of levels.
std::string order_with_levels(const ImportRequest& request) {
    std::string order = fmt::format("framsyn import {} {} --regions \"{}\" --population {}", request.table,
                                    request.file, request.regions, request.population);
    if (!request.rates.empty()) order += " --rates " + request.rates;
    if (request.service != "phv") order += " --service " + request.service;
    order += " --out " + request.out;
    if (!request.years.empty()) order += " --years " + request.years;
    const fs::path scenario = fs::path(request.population).parent_path().parent_path();
    order += " --extends " + (scenario / "baseline.toml").string();
    return order + " --levels " + (scenario / "nye-rater.toml").string() + " --force";
}

void write_rates(const ImportRequest& request, const YearImport& made, Language language) {
    if (request.levels.empty()) {
        write_file(request.out, made.file.content);
        if (request.quiet) return;
        fmt::print("{}", made.report);
        fmt::print(
            stderr,
            fmt::runtime(language == Language::nb
                             ? "Nivåene i [[flow]] er ganger disse ratene, og må følge med når tabellen tas i bruk. "
                               "Kjør:\n  {}\n"
                             : "The levels of [[flow]] are times these rates, and must follow when the table is "
                               "used. Run:\n  {}\n"),
            order_with_levels(request));
        return;
    }
    const std::string base = base_of(request, request.levels);
    must_be_there(base);
    const std::string extends = extended_by(base, request.levels);
    const std::string table = seen_from("--out", request.out, request.levels);
    const DiskFiles disk;
    Draft draft(disk);
    draft.put((fs::path(request.levels).parent_path() / table).string(), made.file.content);
    draft.put(request.levels, with_words(rates_file(disk, base, extends, table, made.source), disk, base, made.news));
    const Renewal renewal = renewal_of(draft, request.levels);
    write_file(request.out, made.file.content);
    write_file(request.levels, renewal.content);
    if (request.quiet) return;
    fmt::print("{}{}{}", made.report, said_of(renewal, request.levels, language),
               still_older(draft, request.levels, language));
}

void write_counts(const ImportRequest& request, YearOrder& order, Language language) {
    const std::string base = base_of(request, request.out);
    must_be_there(base);
    order.extends = extended_by(base, request.out);
    const DiskFiles disk;
    order.base = known_base(disk, base);
    const YearImport made = import_year(order, language);
    Draft draft(disk);
    draft.put(request.out, with_words(made.file.content, disk, base, made.news));
    const Renewal renewal = renewal_of(draft, request.out);
    write_file(request.out, renewal.content);
    if (request.quiet) return;
    fmt::print("{}{}{}", made.report, said_of(renewal, request.out, language),
               still_older(draft, request.out, language));
}

/// What is to be said of it beside the table that it takes the place of.
std::string write_people(const ImportRequest& request, const std::string& content, Language language) {
    const bool replaces = !DiskFiles().fault(request.out);
    const std::string before = replaces ? read_file(request.out, request.out) : "";
    write_file(request.out, content);
    return replaces ? against_replaced(before, content, language) : "";
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
    YearOrder order{request.table,
                    text_of(request.file),
                    text_of(request.mapping),
                    text_of(request.population),
                    text_of(request.rates),
                    request.regions,
                    request.service,
                    request.extends,
                    request.out,
                    years};
    order.day = day_of_today();
    if (request.table == "ssb-13942") return write_counts(request, order, language);
    const YearImport made = import_year(order, language);
    if (request.table == "ssb-14820") return write_rates(request, made, language);
    const std::string said = write_people(request, made.file.content, language);
    if (!request.quiet) fmt::print("{}{}", made.report, said);
}

/// An option that the table has no use for would be passed over in silence.
void check_options(const ImportRequest& request) {
    struct Option {
        std::string name;
        const std::string& value;
        std::vector<std::string> tables;
    };
    const std::vector<Option> options{
        {"--mapping", request.mapping, {"ssb-07459", "ssb-14288", "ssb-14746", "ssb-13942", "ssb-13982"}},
        {"--population", request.population, {"ssb-14820"}},
        {"--rates", request.rates, {"ssb-14820"}},
        {"--regions", request.regions, {"ssb-14820"}},
        {"--service", request.service, {"ssb-14820"}},
        {"--levels", request.levels, {"ssb-14820"}},
        {"--extends", request.extends, {"ssb-13942", "ssb-14820", "xlsx"}},
        {"--years", request.years, {"ssb-07459", "ssb-14288", "ssb-14746", "ssb-13942", "ssb-13982", "ssb-14820"}}};
    Problems problems;
    for (const Option& one : options) {
        const bool fits = std::find(one.tables.begin(), one.tables.end(), request.table) != one.tables.end();
        if (one.value.empty() || fits) continue;
        const std::string of = fmt::format("{}", fmt::join(one.tables, ", "));
        problems.add({one.name, 0, 0}, {fmt::format("gjelder ikke {}, bare {}", request.table, of),
                                        fmt::format("isn't for {}, only for {}", request.table, of)});
    }
    if (!request.extends.empty() && request.table == "ssb-14820" && request.levels.empty())
        problems.add({"--extends", 0, 0},
                     {"gjelder ssb-14820 bare sammen med --levels", "is for ssb-14820 only together with --levels"});
    if (!problems.empty()) throw BadInput(problems);
}

/// What the scenario's entry of the table must say now: the import writes the table alone.
std::string source_to_write(const ImportedPopulation& imported, Language language) {
    return fmt::format(
        fmt::runtime(language == Language::nb
                         ? "Rett kilden i scenariet, under [[table]] med id = \"population\":\n  {}\n"
                         : "Renew the source in the scenario, in [[table]] with id = \"population\":\n"
                           "  {}\n"),
        fmt::format("source = \"SSB tabell 07459, 1. januar {}–{}, kommuner summert til helseforetak (CC "
                    "BY 4.0), lest inn {}\"",
                    imported.years.front(), imported.years.back(), day_of_today()));
}

} // namespace

void import_command(const ImportRequest& asked, Language language) {
    check_options(asked);
    ImportRequest request = asked;
    if (request.extends.empty()) request.extends = "baseline.toml";
    if (request.service.empty()) request.service = "phv";
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
    const std::string said = write_people(request, import_file(imported, request.out).content, language);
    if (request.quiet) return;
    fmt::print("{}{}", import_report(imported, request.out, request.file, language), said);
    if (request.table == "ssb-07459") fmt::print("{}", source_to_write(imported, language));
}

} // namespace framsyn::app
