#include "app/command/exchange/sheets_command.hpp"

#include "app/ground/disk/files.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/sheets/filled_in.hpp"
#include "app/spreadsheet/read_workbook.hpp"
#include "app/spreadsheet/write_plan.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

void check_new(const std::string& path, bool force) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        throw BadInput({path, 0, 0}, {"er en mappe; ventet en fil", "is a folder; expected a file"});
    if (!force && fs::exists(path, ignored))
        throw BadInput({path, 0, 0}, {"finnes fra før; velg et annet navn, eller skriv over med --force",
                                      "exists; choose another name, or write over it with --force"});
}

fs::path folder_of(const std::string& path) {
    return fs::weakly_canonical(fs::absolute(path)).parent_path();
}

/// The files on disk, with what is about to be written beside them.
class WithNew : public Files {
  public:
    void put(const std::string& path, const std::string& text) { new_.put(path, text); }

    std::optional<Text> fault(const std::string& path) const override {
        return new_.fault(path) ? disk_.fault(path) : std::nullopt;
    }
    bool leads_out(const std::string& path, const std::string& folder) const override {
        return new_.fault(path) ? disk_.leads_out(path, folder) : false;
    }
    std::string read(const std::string& path) const override {
        return new_.fault(path) ? disk_.read(path) : new_.read(path);
    }

  private:
    DiskFiles disk_;
    Texts new_;
};

/// Reads the what-if as it would be on disk; its problems are told at the cells that they came from.
void try_out(const FilledIn& filled, const std::string& out) {
    WithNew files;
    files.put(out, filled.what_if);
    if (filled.rates) files.put((fs::path(out).parent_path() / filled.rates_name).string(), *filled.rates);
    try {
        read_scenario(files, out);
    } catch (const BadInput& bad) {
        throw BadInput(filled.placed(bad.problems(), out));
    }
}

} // namespace

void export_command(const ExportRequest& request, Language language) {
    check_new(request.xlsx, request.force);
    const WrittenScenario scenario = read_scenario(DiskFiles(), request.scenario);
    const std::vector<PlanSheet> sheets = plan_sheets(scenario);
    if (sheets.empty())
        throw BadInput({request.scenario, 0, 0}, {"har ingen tjenester; det er ingenting å fylle ut",
                                                  "has no services; there is nothing to fill in"});
    write_plan(request.xlsx, sheets, scenario.title.in(language), request.scenario, language);
    if (request.quiet) return;
    fmt::print(fmt::runtime(language == Language::nb ? "{}: {} ark fra {}\n" : "{}: {} sheets from {}\n"), request.xlsx,
               sheets.size(), request.scenario);
}

void import_book(const BookRequest& request, Language language) {
    check_new(request.out, request.force);
    if (folder_of(request.out) != folder_of(request.extends))
        throw BadInput({request.out, 0, 0},
                       {"må ligge i samme mappe som scenarioet det legges på (" + request.extends + ")",
                        "must lie in the folder of the scenario that it is put on (" + request.extends + ")"});
    const WrittenScenario base = read_scenario(DiskFiles(), request.extends);
    Problems problems;
    const Book book = read_workbook(read_file(request.file, request.file), request.file, problems);
    if (!problems.empty()) throw BadInput(problems);
    const FilledIn filled = filled_in(
        base, book, {fs::path(request.extends).filename().string(), fs::path(request.out).stem().string()}, problems);
    if (!problems.empty()) throw BadInput(problems);
    try_out(filled, request.out);
    if (filled.rates) {
        const std::string rates = (fs::path(request.out).parent_path() / filled.rates_name).string();
        check_new(rates, request.force);
        write_file(rates, *filled.rates);
    }
    write_file(request.out, filled.what_if);
    if (request.quiet) return;
    fmt::print(fmt::runtime(language == Language::nb ? "{}: {} endringer fra {}\n" : "{}: {} changes from {}\n"),
               request.out, filled.changes, request.file);
}

} // namespace framsyn::app
