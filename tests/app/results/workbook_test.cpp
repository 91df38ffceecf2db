// What people open in a spreadsheet: names and words instead of ids and codes, and no row that looks like a finding
// without being one.
#include "app/results/sheets/overview_sheet.hpp"
#include "app/results/sheets/workbook_sheets.hpp"
#include "app/results/summary.hpp"
#include "app/tables/catalogue/catalogue.hpp"
#include "app/tables/result_tables.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

using namespace framsyn;
using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

const WrittenScenario& baseline() {
    static const Copy copy("helse-nord");
    static const WrittenScenario scenario = copy.scenario({{"run.draws=10"}, 4, {}});
    return scenario;
}

const Sheet& named(const std::vector<Sheet>& sheets, const std::string& name) {
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& s) { return s.name == name; });
    REQUIRE(found != sheets.end());
    return *found;
}

const study::Study& baseline_study() {
    static const study::Study study = study::run_study(baseline());
    return study;
}

const std::vector<TidyTable>& baseline_tables() {
    static const std::vector<TidyTable> tables = result_tables(baseline(), baseline_study());
    return tables;
}

std::string text_in(const TypedCell& cell) {
    return std::get<std::string>(cell);
}

/// Some years of two cells: adults at UNN are identified, category 3 is not; the region's addiction treatment neither.
std::vector<TidyTable> some_gaps() {
    TidyTable gap = table_of("gap.csv", true);
    const auto row = [&](const char* trust, const char* service, const char* rule, const char* evidence) {
        gap.row(trust, service, 2030, 10.0, 12.0, 11.0, 13.0, -2.0, -3.0, -1.0, 0.9, rule, evidence);
    };
    row("unn", "phv", "utilisation", "derived");
    row("unn", "intensiv-3", "service-level", "assumed");
    row("region", "tsb", "utilisation", "not-identified");
    TidyTable need = table_of("need.csv", true);
    need.row("unn", "phv", 2030, 1.0, 1.0, 1.0, 12.0, 12.0);
    need.row("unn", "intensiv-3", 2030, 1.0, 1.0, 1.0, 12.0, 12.0);
    return {gap, need};
}

} // namespace

TEST_CASE("a row whose level nobody counted is faint and says so, in both languages") {
    const std::vector<Sheet> sheets = workbook_sheets(baseline_study(), some_gaps(), Language::nb);
    const Sheet gap = named(sheets, "Gap");
    CHECK(gap.faint == std::vector<bool>{false, true, true});
    CHECK(text_in(gap.rows[0][0]) == "UNN");
    CHECK(text_in(gap.rows[0][1]) == "Psykisk helsevern for voksne");
    CHECK(std::get<int>(gap.rows[0][2]) == 2030);
    CHECK(std::get<double>(gap.rows[0][10]) == 0.9);
    CHECK(text_in(gap.rows[0][11]) == "planlagt utnyttelse");
    CHECK(text_in(gap.rows[0][12]) == "avledet");
    CHECK(text_in(gap.rows[1][12]) == "hviler på en antakelse");
    CHECK(text_in(gap.rows[2][0]) == baseline().region_name);
    CHECK(text_in(gap.rows[2][12]) == "nivået i basisåret er ikke talt");
    CHECK(gap.forms[10] == NumberForm::share);
    CHECK(named(sheets, "Behov etter behandlingssted").faint == std::vector<bool>{false, true});
    const Sheet english = named(workbook_sheets(baseline_study(), some_gaps(), Language::en), "Gap");
    CHECK(text_in(english.rows[2][12]) == "the base year's level is not counted");
}

TEST_CASE("population stands with its median between the bounds of its interval") {
    TidyTable quantiles = table_of("population_quantiles.csv", true);
    double persons = 0.0;
    for (const char* group : {"67+", "all"}) {
        for (const double p : {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975}) {
            persons += 1.0;
            quantiles.row("unn", 2030, "both", group, p, persons);
        }
    }
    const Sheet population = named(workbook_sheets(baseline_study(), {quantiles}, Language::nb), "Befolkning");
    CHECK(population.headings.back() == "90-prosentil");
    REQUIRE(population.rows.size() == 2);
    CHECK(population.rows[0] == TypedRow{"UNN", 2030, "begge", "67+", 2.0, 4.0, 6.0});
    CHECK(population.rows[1] == TypedRow{"UNN", 2030, "begge", "alle", 9.0, 11.0, 13.0});
}

TEST_CASE("a column of a table that nobody knew is in the workbook by being in the catalogue") {
    for (const TidyTable& table : baseline_tables()) {
        const TableEntry& entry = entry_of(table.name());
        CHECK(table.columns().size() == entry.columns.size());
        CHECK(table.rows().empty() == entry.sheet.nb.empty());
    }
}

TEST_CASE("every column and every code of a whole run has a word in the workbook") {
    const std::vector<TidyTable>& tables = baseline_tables();
    for (const Language language : {Language::nb, Language::en}) {
        const std::vector<Sheet> sheets = workbook_sheets(baseline_study(), tables, language);
        CHECK(sheets.size() == 19);
        for (const Sheet& sheet : sheets) {
            INFO(sheet.file);
            CHECK(sheet.name.size() <= 31); // what a spreadsheet allows
            CHECK(sheet.rows.size() == sheet.faint.size());
            std::set<std::string> columns;
            for (const Column& column : entry_of(sheet.file).columns) columns.emplace(column.name);
            for (std::size_t c = 0; c < sheet.headings.size(); ++c) {
                INFO(sheet.headings[c]);
                CHECK((sheet.headings[c] == "id" || columns.count(sheet.headings[c]) == 0));
            }
        }
    }
    // In Norwegian no code is left where a word belongs: codes are lower-case English with hyphens or underscores.
    for (const Sheet& sheet : workbook_sheets(baseline_study(), tables, Language::nb)) {
        for (std::size_t c = 0; c < sheet.headings.size(); ++c) {
            for (const TypedRow& row : sheet.rows) {
                const std::string* text = std::get_if<std::string>(&row[c]);
                if (!text) continue;
                for (const char* code :
                     {"staffed",   "surge",     "utilisation",      "service-level",  "not-identified",
                      "observed",  "decided",   "female",           "births",         "internal_in",
                      "occupancy", "wait_mean", "beds-per-100000-", "simulated-over", "outside",
                      "region",    "no-target", "function",         "purchase",       "bed days"}) {
                    if (text->rfind(code, 0) == 0) {
                        INFO(sheet.file << " " << sheet.headings[c] << " " << *text);
                        CHECK((sheet.headings[c] == "Kilde" || sheet.headings[c].rfind("Forutsetning", 0) == 0));
                    }
                }
            }
        }
    }
}

TEST_CASE("a name that looks like a number, a date or nothing is a text in every cell of it") {
    TidyTable gap = table_of("gap.csv", true);
    for (const char* name : {"Inf", "nan", "1e5", "2026-01-01", "-1", "TRUE"})
        gap.row(name, name, 2030, 10.0, 12.0, 11.0, 13.0, -2.0, -3.0, -1.0, 0.9, "utilisation", "derived");
    const std::vector<Sheet> sheets = workbook_sheets(baseline_study(), {gap}, Language::nb);
    const auto gaps =
        std::find_if(sheets.begin(), sheets.end(), [](const Sheet& one) { return one.file == "gap.csv"; });
    REQUIRE(gaps != sheets.end());
    for (const TypedRow& row : gaps->rows) {
        CHECK(std::holds_alternative<std::string>(row[0]));
        CHECK(std::holds_alternative<std::string>(row[1]));
    }
    CHECK(text_in(gaps->rows[0][0]) == "Inf");
    CHECK(gaps->forms[0] == NumberForm::general); // only a date's column may become one
}

TEST_CASE("the workbook opens on a row a cell and year with both rules, and a chart of what is known") {
    const std::optional<Sheet> sheet = overview_sheet(baseline_study(), "Prøve", Language::nb);
    REQUIRE(sheet);
    // Every gap that isn't outside the region's trusts, two rules to a row.
    CHECK(sheet->rows.size() == baseline_study().gaps().size() / 2);
    std::set<std::tuple<std::string, std::string, int>> rows;
    bool has_unn = false;
    for (std::size_t r = 0; r < sheet->rows.size(); ++r) {
        const TypedRow& row = sheet->rows[r];
        REQUIRE(row.size() == sheet->headings.size());
        CHECK(rows.insert({text_in(row[0]), text_in(row[1]), std::get<int>(row[2])}).second);
        // A number where the level was counted, else a text from end to end. A region's gaps are never netted.
        const bool is_region = text_in(row[1]) == "Helse Nord";
        for (const std::size_t column : {5u, 8u, 11u}) {
            const bool is_text = std::holds_alternative<std::string>(row[column]);
            INFO(text_in(row[0]) << " " << text_in(row[1]) << " " << column);
            CHECK(is_text == (sheet->faint[r] || (is_region && column == 5u)));
        }
        if (is_region) CHECK(text_in(row[5]).rfind("mangler ", 0) == 0);
        if (text_in(row[1]) != "UNN" || text_in(row[0]) != "Psykisk helsevern for voksne" ||
            std::get<int>(row[2]) != 2040)
            continue;
        has_unn = true;
        for (const study::Gap& gap : baseline_study().gaps()) {
            const study::Cell& cell = baseline_study().cell_of(gap);
            const bool is_it = cell.trust == TrustId(1) && cell.service.id == "phv" && gap.year == 2040;
            if (!is_it) continue;
            const bool by_use = gap.rule == study::Rule::utilisation;
            CHECK(std::get<double>(row[by_use ? 5 : 10]) == Approx(gap.gap.median).margin(0.05));
            CHECK(std::get<double>(row[by_use ? 8 : 11]) == gap.p_shortage);
        }
        for (const std::size_t column : {12u, 13u})
            CHECK(std::get<double>(row[column]) > 154.0); // more than are planned
        CHECK(text_in(row[14]) == "mangel");
    }
    CHECK(has_unn);
    // A line is the rows of one trust and service, year by year.
    REQUIRE_FALSE(sheet->charts.empty());
    for (const SheetChart& chart : sheet->charts) {
        for (const ChartLine& line : chart.lines) {
            CHECK(line.last - line.first == 16); // 2024–2040
            for (std::size_t r = line.first; r <= line.last; ++r) {
                CHECK(text_in(sheet->rows[r][1]) == line.name);
                CHECK_FALSE(sheet->faint[r]);
            }
        }
    }
}

TEST_CASE("the terminal says of every cell what can be said by both rules") {
    const std::string nb = summary_of(baseline_study(), Language::nb);
    for (const char* said :
         {"\n      UNN 2040: mangler ", " etter planlagt utnyttelse, ",
          "De som ikke nevnes, har nok plasser etter begge regler.",
          "UNN 2040: kommer an på nivået, som ingen har telt: mangel dersom pasientene i 2024 i snitt var over ",
          "Nordland 2040: kommer an på nivået, som ingen har telt: mangel dersom det var under "}) {
        INFO(said);
        CHECK(nb.find(said) != std::string::npos);
    }
    CHECK(nb.find("kan ikke vurderes") == std::string::npos);
    CHECK(summary_of(baseline_study(), Language::en).find("Who isn't named has beds enough by both rules.") !=
          std::string::npos);
}
