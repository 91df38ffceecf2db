// What comes in from files of others and goes out to be filled in, through the command itself. The exports are made up.
#include "app/ground/disk/files.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/spreadsheet/write_plan.hpp"
#include "tests/app/command/what_ifs.hpp"
#include "tests/app/import/import_example.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>

#include <algorithm>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::app::testing;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string head = "schema = 1\nextends = \"baseline.toml\"\n";

/// The number of a row and a column of a sheet.
double& number_in(std::vector<PlanSheet>& sheets, const std::string& name, const std::string& row,
                  const std::string& heading) {
    for (PlanSheet& sheet : sheets) {
        if (sheet.name.nb != name) continue;
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
            if (sheet.columns[c].heading.nb != heading) continue;
            for (std::vector<BookCell>& cells : sheet.rows)
                if (cells[0].text == row) return cells[c].number;
        }
    }
    throw std::runtime_error("no such cell: " + name + " " + row + " " + heading);
}

/// Helse Nord's four trusts in 13942: all of a service alike, which is enough for the command.
std::string counts_of(int year) {
    std::string text = fmt::format("\"13942: Spesialisthelsetjenesten\"\n\n\"region\";\"tjenesteområde\";\"Døgnplasser "
                                   "{0}\";\"Oppholdsdøgn {0}\"\n",
                                   year);
    const std::vector<std::pair<std::string, std::vector<int>>> days{
        {"Finnmarkssykehuset HF", {8500, 2300, 3480}},
        {"Universitetssykehuset Nord-Norge HF", {52000, 2700, 14900}},
        {"Nordlandssykehuset HF", {36000, 2800, 5400}},
        {"Helgelandssykehuset HF", {5480, 1600, 2150}}};
    const std::vector<std::string> services{"Psykisk helsevern for voksne", "Psykisk helsevern for barn og unge",
                                            "Tverrfaglig spesialisert rusbehandling"};
    for (const auto& [trust, numbers] : days) {
        for (std::size_t i = 0; i < services.size(); ++i)
            text += fmt::format("\"{}\";\"{}\";..;{}\n", trust, services[i], numbers[i]);
    }
    return text;
}

const std::string counts = "import ssb-13942 13942.csv --mapping hn/tables/trusts.csv ";
const std::string use = "import ssb-14820 14820.csv --regions H05 --population hn/tables/population.csv --rates "
                        "hn/tables/use_rates.csv --out hn/tables/use_rates-ny.csv ";

} // namespace

TEST_CASE("a scenario goes out as sheets, comes back without a change, and with one cell changed as one line") {
    WhatIfs session;
    REQUIRE(session.run("export hn/baseline.toml --xlsx ark.xlsx") == 0);
    CHECK(session.out() == "ark.xlsx: 6 ark fra hn/baseline.toml\n");
    REQUIRE(session.run("export hn/baseline.toml --xlsx ark2.xlsx --quiet") == 0);
    CHECK(session.out().empty());
    CHECK(session.file("ark.xlsx") == session.file("ark2.xlsx"));
    CHECK(session.run("export hn/baseline.toml --xlsx ark.xlsx --lang en") == 2);
    CHECK(session.err() == "ark.xlsx: exists; choose another name, or write over it with --force\n");

    REQUIRE(session.run("import xlsx ark.xlsx --extends hn/baseline.toml --out hn/fra-ark.toml") == 0);
    CHECK(session.out() == "hn/fra-ark.toml: 0 endringer fra ark.xlsx\n");
    CHECK(session.file("hn/fra-ark.toml") == head);

    const WrittenScenario scenario = read_scenario(DiskFiles(), session.path("hn/baseline.toml").string());
    std::vector<PlanSheet> sheets = plan_sheets(scenario);
    number_in(sheets, "Opphold", "dps", "snitt, døgn") = 14.0;
    write_plan(session.path("endret.xlsx").string(), sheets, "", "hn/baseline.toml", Language::nb);
    REQUIRE(session.run("import xlsx endret.xlsx --extends baseline.toml --out hn/fra-ark.toml --force") == 0);
    CHECK(session.out() == "hn/fra-ark.toml: 1 endringer fra endret.xlsx\n");
    CHECK(session.file("hn/fra-ark.toml") ==
          head + "\n[[stay]]\nid = \"dps\"\nmean = { value = \"14 days\", low = \"13 days\", high = \"18 days\", "
                 "status = \"assumed\", source = \"endret.xlsx, Opphold!D6\" }\n");
}

TEST_CASE("a workbook that can't be used is refused with exit code 2 and leaves what was there") {
    WhatIfs session;
    const WrittenScenario scenario = read_scenario(DiskFiles(), session.path("hn/baseline.toml").string());
    std::vector<PlanSheet> sheets = plan_sheets(scenario);
    number_in(sheets, "Plasser", "unn-dps", "2030") = 40.5;
    write_plan(session.path("ark.xlsx").string(), sheets, "", "hn/baseline.toml", Language::nb);
    session.write("hn/fra-ark.toml", "mitt");
    CHECK(session.run("import xlsx ark.xlsx --extends hn/baseline.toml --out hn/fra-ark.toml --force") == 2);
    CHECK(has(session.err(), "ark.xlsx, Plasser!K4: fant 40.5; ventet et helt antall plasser"));
    CHECK(session.file("hn/fra-ark.toml") == "mitt");
    CHECK(session.run("import xlsx ark.xlsx --extends hn/baseline.toml --out annet.toml") == 2);
    CHECK(has(session.err(), "annet.toml: må ligge i samme mappe som scenarioet det legges på (hn/baseline.toml)"));
    session.write("tekst.xlsx", "ikke et regneark");
    CHECK(session.run("import xlsx tekst.xlsx --extends hn/baseline.toml --out hn/nytt.toml --lang en") == 2);
    CHECK(has(session.err(), "tekst.xlsx: "));
    CHECK_FALSE(session.exists("hn/nytt.toml"));
    CHECK(session.run("export hn/wrong.toml --xlsx galt.xlsx") == 2);
    CHECK_FALSE(session.exists("galt.xlsx"));
}

TEST_CASE("a year's counts become a scenario that says what it is, and the last lines say what is still old") {
    WhatIfs session;
    session.write("13942.csv", counts_of(2025));
    REQUIRE(session.run(counts + "--extends hn/baseline.toml --out hn/nytt.toml") == 0);
    const std::string made = session.file("hn/nytt.toml");
    CHECK(has(made,
              "extends = \"baseline.toml\"\n\n[scenario]\ntitle = \"Helse Nord: døgnplasser og intensivsenger mot "
              "framskrevet behov 2025–2040, fornyet med SSB 13942 (2025)\"\n"));
    CHECK(has(made, " Fornyet: plasser og oppholdsdøgn for 2025 fra SSBs tabell 13942 (13942.csv, lest inn 20"));
    CHECK(has(session.out(), "Merk: unn-phv: 2025 er rettet fra 51222 til 52000 oppholdsdøgn\n"));
    CHECK(has(session.out(), "\nFortsatt eldre enn 2025: "));
    CHECK(session.out().ends_with("Se alle: framsyn explain --older hn/nytt.toml\n"));
    REQUIRE(session.run("explain --older hn/nytt.toml --csv") == 0);
    CHECK_FALSE(has(session.out(), "scenario.title"));
    // A title of one's own is left as it is, and told of.
    session.write("hn/egen.toml", "schema = 1\nextends = \"baseline.toml\"\n\n[scenario]\ntitle = \"Status 2024\"\n");
    REQUIRE(session.run(counts + "--extends hn/egen.toml --out hn/egen-nytt.toml") == 0);
    CHECK(has(session.file("hn/egen-nytt.toml"), "title = \"Status 2024, fornyet med SSB 13942 (2025)\""));

    CHECK(session.run(counts + "--extends hn/finnes-ikke.toml --out hn/annet.toml --lang en") == 2);
    CHECK(has(session.err(), "--extends: there is no hn/finnes-ikke.toml: the scenario that the numbers are put on"));
    CHECK(session.run(counts + "--extends hn/baseline.toml --out annet.toml --lang en") == 2);
    CHECK(has(session.err(), "--extends: hn/baseline.toml isn't in the folder of annet.toml"));
    CHECK_FALSE(session.exists("hn/annet.toml"));
    CHECK_FALSE(session.exists("annet.toml"));
}

TEST_CASE("rates and the levels that go with them are written together, on top of the counts") {
    WhatIfs session;
    session.write("13942.csv", counts_of(2025));
    REQUIRE(session.run(counts + "--extends hn/baseline.toml --out hn/nytt.toml --quiet") == 0);
    session.write("14820.csv", "\"14820: Pasienter\"\n\n\"region\";\"alder\";\"år\";\"Oppholdsdøgn\"\n"
                               "\"H05 Helseregion Nord\";\"18-49 år\";2025;69000\n"
                               "\"H05 Helseregion Nord\";\"50 år eller eldre\";2025;41000\n");
    REQUIRE(session.run(use + "--extends nytt.toml --levels hn/rater.toml --lang en") == 0);
    CHECK(has(session.file("hn/rater.toml"),
              "extends = \"nytt.toml\"\n\n[scenario]\ntitle = \"Helse Nord: døgnplasser og "
              "intensivsenger mot framskrevet behov 2025–2040, fornyet med SSB 13942 "
              "(2025); SSB 14820 (2025)\"\n"));
    CHECK(has(session.file("hn/rater.toml"), "file = \"tables/use_rates-ny.csv\""));
    // Sources are in the scenario's language, whatever the command's.
    CHECK(has(session.file("hn/rater.toml"), "source = \"SSB tabell 14820 (CC BY 4.0), snitt av 2025: phv; de andre "
                                             "tjenestene: SSB tabell 14820 og 13942, Norsk intensivregister 2017"));
    CHECK(has(session.file("hn/rater.toml"), "source = \"Nivået fra før ganger "));
    CHECK_FALSE(has(session.file("hn/rater.toml"), "ganger 0."));
    CHECK(has(session.file("hn/rater.toml"), ": holdt til oppholdsdøgnene i unn-phv i 2025\""));
    CHECK(has(session.file("hn/tables/use_rates-ny.csv"), "\nphv,"));
    REQUIRE(session.run("check hn/rater.toml") == 0);
    // Without a file of levels the rates alone are written, and the order that writes both is said.
    REQUIRE(session.run(use + "--force") == 0);
    CHECK(has(session.err(), "--extends hn/baseline.toml --levels hn/nye-rater.toml --force"));
    // Levels that lie elsewhere can't name the table.
    CHECK(session.run(use + "--extends hn/nytt.toml --levels rater.toml --force --lang en") == 2);
    CHECK(has(session.err(), "--extends: hn/nytt.toml isn't in the folder of rater.toml"));
    CHECK_FALSE(session.exists("rater.toml"));
}

TEST_CASE("an option that a table has no use for is refused") {
    WhatIfs session;
    session.write("13942.csv", counts_of(2025));
    CHECK(session.run(counts + "--levels hn/rater.toml --regions H05 --out hn/nytt.toml --lang en") == 2);
    CHECK(session.err() == "--levels: isn't for ssb-13942, only for ssb-14820\n"
                           "--regions: isn't for ssb-13942, only for ssb-14820\n");
    CHECK(session.run("import ssb-07459 x.csv --mapping m.csv --extends hn/baseline.toml --out hn/p.csv") == 2);
    CHECK(session.err() == "--extends: gjelder ikke ssb-07459, bare ssb-13942, ssb-14820, xlsx\n");
    CHECK(session.run(use + "--extends hn/baseline.toml --lang en") == 2);
    CHECK(session.err() == "--extends: is for ssb-14820 only together with --levels\n");
    CHECK_FALSE(session.exists("hn/nytt.toml"));
}

TEST_CASE("a table of people is held against the one that it takes the place of") {
    Session session;
    session.write("map.csv", example_map);
    session.write("07459.csv", example_csv(usual_form()));
    const std::string ask = "import ssb-07459 07459.csv --mapping map.csv --out people.csv --force";
    REQUIRE(session.run(ask) == 0);
    CHECK_FALSE(has(session.out(), "byttet ut"));
    CHECK(has(session.out(), "source = \"SSB tabell 07459, 1. januar 2024–2025, kommuner summert til helseforetak"));
    REQUIRE(session.run(ask) == 0);
    CHECK_FALSE(has(session.out(), "byttet ut"));
    // Hamarøy was nobody's before; the year 2023 and a trust are gone.
    std::string before = "trust,year,sex,age,persons\nunn,2023,female,0,5\nborte,2024,male,7,3\n";
    for (const int year : {2024, 2025}) {
        for (int age = 0; age <= 105; ++age) {
            for (const int sex : {0, 1})
                before += fmt::format("nlsh,{},{},{},{}\n", year, sex == 0 ? "female" : "male", age,
                                      example_persons(1804, sex, age, year));
        }
    }
    session.write("people.csv", before);
    REQUIRE(session.run(ask) == 0);
    // Both by example_persons: Bodø alone and with Hamarøy.
    CHECK(has(session.out(),
              "Merk: nlsh: 1783344 innbyggere 1. januar 2024, men 894428 i tabellen som ble byttet ut (også 2025); er "
              "alle kommuner med, én gang?\n"));
    CHECK(has(session.out(), "Merk: borte var i tabellen som ble byttet ut, og er ikke i den nye\n"));
    CHECK(has(session.out(), "Merk: 2023 var i tabellen som ble byttet ut, og er ikke i den nye\n"));
    session.write("people.csv", "noe annet");
    REQUIRE(session.run(ask) == 0);
    CHECK_FALSE(has(session.out(), "byttet ut"));
}
