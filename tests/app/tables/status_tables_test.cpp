// What the ministry asks for each year, of the shipped Helse Nord: status.csv, its sheet, and staff_need.csv.
#include "app/results/sheets/workbook_sheets.hpp"
#include "app/tables/result_tables.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <sstream>

using namespace framsyn;
using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

const Overrides few{{"run.draws=4"}, 4, {}};

WrittenScenario with(const std::string& text) {
    Copy copy;
    copy.write("what-if.toml", "schema = 1\nextends = \"baseline.toml\"\n" + text);
    return copy.scenario(few, "what-if.toml");
}

study::Study study_of(const WrittenScenario& scenario) {
    return study::run_study(scenario, {{0, 4}, {}, study::People::left_out});
}

/// The lines of a table that begin so.
std::vector<std::string> lines_of(const std::string& text, const std::string& beginning) {
    std::vector<std::string> found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind(beginning, 0) == 0) found.push_back(line);
    }
    return found;
}

const std::string model = "[[region_model]]\nid = \"m\"\ntrust = \"unn\"\nservice = \"phv\"\nyear = 2035\nbeds = 150\n"
                          "reason = \"kortere liggetid\"\nreason_en = \"shorter stays\"\n";

} // namespace

TEST_CASE("counted places stand with their source, and a change with the label of the plan") {
    const WrittenScenario scenario = with("");
    const std::string text = result_table("status.csv", scenario, study_of(scenario), false).text();
    // SSB 13942: 149 places in 2024, 154 in 2025.
    REQUIRE(lines_of(text, "unn,phv,places,2025,154,beds,counted,").size() == 1);
    CHECK(lines_of(text, "unn,phv,places,2025,").at(0).find("SSB tabell 13942") != std::string::npos);
    CHECK(lines_of(text, "unn,phv,change-places,2025,5,beds,counted,+5 places").size() == 1);
    CHECK(lines_of(text, "unn,tsb,change-places,2025,-13,beds,counted,13 places fewer").size() == 1);
    // 51 222 bed days of 53 494 available.
    CHECK(lines_of(text, "unn,phv,occupancy,2025,0.95752").size() == 1);
    // Eight counted places can't hold 5 004 bed days.
    CHECK(lines_of(text, "nlsh,tsb,occupancy,2025,,share,not-computable,").size() == 1);
    // Security is counted in adults only; six places are planned at Rønvik.
    CHECK(lines_of(text, "nlsh,sikkerhet-lokal,bed-days,2025,,bed days,not-computable,").size() == 1);
    CHECK(lines_of(text, "nlsh,sikkerhet-lokal,planned-change,2030,6,beds,planned,Rønvik +6").size() == 1);
    // Intensive: ordinary places and beredskap side by side (the region's own: 12 and 25).
    CHECK(lines_of(text, "unn,intensiv-3,places,2025,12,beds,counted,").size() == 1);
    CHECK(lines_of(text, "unn,intensiv-3,surge,2025,25,beds,counted,").size() == 1);
    CHECK(lines_of(text, "unn,intensiv-2,need,2035,,beds,not-computable,").size() == 1);
    CHECK(lines_of(text, "unn,dps,").empty());
}

TEST_CASE("counted.csv begins where the counts do") {
    const WrittenScenario scenario = with("");
    const std::string text = result_table("counted.csv", scenario, study_of(scenario), false).text();
    // SSB 13942: 153 places, 52 110 available days and 48 236 bed days in 2015, 142,77 open places and 92,6 %.
    CHECK(lines_of(text, "unn,phv,2015,153,142.76712328767124,48236,0.9256").size() == 1);
    // 348 places at the four trusts together.
    CHECK(lines_of(text, "region,phv,2015,348,").size() == 1);
    // Eight counted places can't hold 5 004 bed days.
    CHECK(lines_of(text, "nlsh,tsb,2024,8,").at(0).find(",5004,,") != std::string::npos);
    CHECK(lines_of(text, "unn,dps,").empty());
    CHECK(lines_of(text, "unn,phv,2026,").empty());
}

TEST_CASE("the region's own model is not received until it is given, and then stands with the reason") {
    const WrittenScenario without = with("");
    const std::string before = result_table("status.csv", without, study_of(without), false).text();
    CHECK(lines_of(before, "unn,phv,need-region-model,2035,,beds,not-received,").size() == 1);
    const WrittenScenario given = with(model);
    const std::string after = result_table("status.csv", given, study_of(given), false).text();
    CHECK(lines_of(after, "unn,phv,need-region-model,2035,150,beds,projected,").size() == 1);
    CHECK(lines_of(after, "unn,phv,need-region-model,2040,,beds,not-received,").size() == 1);
    const std::vector<std::string> difference = lines_of(after, "unn,phv,difference,2035,");
    REQUIRE(difference.size() == 1);
    CHECK(difference[0].find("projected,shorter stays") != std::string::npos);
}

TEST_CASE("the sheet for the annual report has a row a cell, words for what is missing, and fits its headings") {
    const WrittenScenario scenario = with(model);
    const study::Study study = study_of(scenario);
    const std::vector<Sheet> sheets = workbook_sheets(study, {}, Language::nb);
    const auto sheet =
        std::find_if(sheets.begin(), sheets.end(), [](const Sheet& one) { return one.name == "Til årlig melding"; });
    REQUIRE(sheet != sheets.end());
    for (const TypedRow& row : sheet->rows) CHECK(row.size() == sheet->headings.size());
    const auto column = [&](const std::string& heading) {
        const auto at = std::find(sheet->headings.begin(), sheet->headings.end(), heading);
        REQUIRE(at != sheet->headings.end());
        return static_cast<std::size_t>(at - sheet->headings.begin());
    };
    const auto unn = std::find_if(sheet->rows.begin(), sheet->rows.end(), [](const TypedRow& row) {
        return std::get<std::string>(row[0]) == "UNN" &&
               std::get<std::string>(row[1]) == "Psykisk helsevern for voksne";
    });
    REQUIRE(unn != sheet->rows.end());
    CHECK(std::get<double>((*unn)[column("Plasser 31.12. 2025")]) == 154.0);
    CHECK(std::get<std::string>((*unn)[column("Endring, årsak")]) == "2025: +5 (+5 plasser)");
    CHECK(std::get<double>((*unn)[column("Behov, regionens modell 2035")]) == 150.0);
    CHECK(std::get<std::string>((*unn)[column("Behov, regionens modell 2030")]) == "ikke mottatt");
    CHECK(std::get<std::string>((*unn)[column("Grunn til forskjellen")]) == "2035: kortere liggetid");
    CHECK(workbook_sheets(study, {}, Language::en).front().name == "For the annual report");
}

TEST_CASE("staff years stand only where the scenario has staff years per bed") {
    const WrittenScenario scenario = with("");
    const study::Study study = study_of(scenario);
    const std::vector<std::string> files = tables_of(study);
    CHECK(std::count(files.begin(), files.end(), "staff_need.csv") == 1);
    const std::string text = result_table("staff_need.csv", scenario, study, false).text();
    CHECK(lines_of(text, "unn,phv,2040,ward-staff,").size() == 1);
    CHECK(lines_of(text, "unn,phv,2040,nurse,").empty());
    Copy copy("midt-norge");
    const WrittenScenario other = copy.scenario(few);
    const std::vector<std::string> fewer = tables_of(study_of(other));
    CHECK(std::count(fewer.begin(), fewer.end(), "staff_need.csv") == 0);
}
