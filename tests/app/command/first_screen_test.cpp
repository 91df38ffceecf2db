// What the first screen and comparison.csv say of what-ifs that hold in part: a part of the year, a part of the effect.
#include "tests/app/command/what_ifs.hpp"
#include "tests/catch.hpp"

#include <fstream>
#include <sstream>

using framsyn::app::testing::WhatIfs;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string need_only = " --draws 10 --no-charts --out s";

std::string what_if(const std::string& action) {
    return "schema = 1\nextends = \"baseline.toml\"\n[[action]]\nid = \"a\"\n" + action;
}

} // namespace

TEST_CASE("beds that are gone in a part of the year are told with how many there are then and when") {
    WhatIfs session;
    session.write("hn/sommer.toml", what_if("kind = \"close\"\nunit = \"unn-dps\"\nbeds = 10\ndate = 2027-07-01\n"
                                            "until = 2027-08-08\nevery_year = true\n"));
    REQUIRE(session.run("project hn/sommer.toml" + need_only) == 0);
    // 38 of 365 days: 40 − 10 · 38 / 365 = 38.96.
    CHECK(has(session.out(),
              "    2030: plasser 40,0 → 39,0 (−1,0); oppholdsdøgn uendret\n      i løpet av året: 1. juli "
              "til 7. august: 30 plasser i stedet for 40\n"));
    REQUIRE(session.run("project hn/sommer.toml --lang en" + need_only) == 0);
    CHECK(has(session.out(), "      within the year: 1 July to 7 August: 30 beds instead of 40\n"));
}

TEST_CASE(
    "a closure of a day is told though it is nothing in the year's mean, and one of the whole year needs no days") {
    WhatIfs session;
    session.write("hn/dag.toml", what_if("kind = \"close\"\nunit = \"nlsh-phbu\"\nbeds = 1\ndate = 2027-12-31\n"
                                         "until = 2028-01-01\nevery_year = true\n"));
    REQUIRE(session.run("project hn/dag.toml" + need_only) == 0);
    CHECK(has(session.out(), "      i løpet av året: 31. desember: "));
    session.write("hn/alltid.toml", what_if("kind = \"close\"\nunit = \"unn-dps\"\nbeds = 3\ndate = 2028-03-01\n"));
    REQUIRE(session.run("project hn/alltid.toml" + need_only) == 0);
    CHECK_FALSE(has(session.out(), "i løpet av året"));
}

TEST_CASE(
    "half of an effect and none of it stand in comparison.csv, and contacts are summed to groups and the region") {
    WhatIfs session;
    session.write("hn/dag.toml", what_if("kind = \"care-level\"\nservice = \"dps\"\ntreated_at = [\"unn\", \"nlsh\"]\n"
                                         "share = 0.1\nstay_of_those = \"9 days\"\ncontacts_per_stay = 12\n"
                                         "date = 2028-01-01\n"));
    REQUIRE(session.run("project hn/dag.toml" + need_only) == 0);
    const auto column = [&](const std::string& begin, int number) {
        const std::string text = session.file("s/comparison.csv");
        const std::size_t at = text.find("\n" + begin);
        REQUIRE(at != std::string::npos);
        std::istringstream cells(text.substr(at + 1));
        std::string cell;
        for (int i = 0; i < number; ++i) std::getline(cells, cell, ',');
        return std::stod(cell);
    };
    const std::string days = ",unn,dps,2035,bed_days,bed days,";
    const double whole = column("dag" + days, 9);
    CHECK(whole < 0.0);
    CHECK(column("dag@half" + days, 9) == Approx(0.5 * whole).epsilon(1e-9));
    CHECK(column("dag@none" + days, 9) == 0.0);
    // Medians of sums aren't sums of medians, but here they are near.
    const auto contacts = [&](const std::string& where) {
        return column("dag," + where + ",2035,contacts,contacts,", 8);
    };
    CHECK(contacts("region,dps") == Approx(contacts("unn,dps") + contacts("nlsh,dps")).epsilon(0.05));
    CHECK(contacts("region,phv") == contacts("region,dps"));
    CHECK(contacts("unn,phv") == contacts("unn,dps"));
    REQUIRE(session.run("compare hn/baseline.toml hn/dag.toml --replications 0 --draws 10 --no-charts --out c") == 0);
    CHECK(session.rows("c/comparison.csv", "dag@half,unn,dps,2035,bed_days") == 1);
}

TEST_CASE("a what-if without what it builds on is told so in one line, with the name that may be meant") {
    WhatIfs session;
    const std::string action = "[[action]]\nid = \"a\"\nkind = \"close\"\nunit = \"unn-dps\"\nbeds = 1\n"
                               "date = 2030-01-01\n";
    const auto complaint = [&](const std::string& text, const std::string& options = "") {
        session.write("hn/w.toml", text);
        CHECK(session.run("check hn/w.toml" + options) == 2);
        return session.err();
    };
    CHECK(complaint(action) == "hn/w.toml:1:1: filen sier ikke hva den bygger på; skriv øverst: schema = 1, extends = "
                               "\"baseline.toml\"\n");
    CHECK(complaint("schema = 1\n" + action, " --lang en") ==
          "hn/w.toml:1:1: the file doesn't say what it builds on; write at the top: extends = \"baseline.toml\"\n");
    CHECK(complaint("schema = 1\nextend = \"baseline.toml\"\n" + action) ==
          "hn/w.toml:2:1: ukjent nøkkel «extend»: filen sier ikke hva den bygger på; skriv øverst: extends = "
          "\"baseline.toml\"\n");
    CHECK(complaint("schema = 1\nextends = \"baseline\"\n" + action) ==
          "hn/w.toml:2:11: «baseline»: finner ikke filen; mente du «baseline.toml»?\n");
}

TEST_CASE("no English text is asked of anybody: the Norwegian one stands in its place") {
    WhatIfs session;
    session.write("hn/bolge.toml", "schema = 1\nextends = \"baseline.toml\"\n[scenario]\nid = \"bolge\"\n"
                                   "title = \"Flyktninger\"\n[[population_shock]]\nid = \"g\"\nname = \"Bølge\"\n"
                                   "trust = \"unn\"\nfrom_year = 2027\nto_year = 2027\nage_from = 0\nage_to = 60\n"
                                   "persons = 1000\n"
                                   "[[change]]\nid = \"n\"\nunit = \"unn-dps\"\ndate = 2028-01-01\nbeds = 2\n"
                                   "plan = \"planned\"\nlabel = \"+2\"\n");
    REQUIRE(session.run("check hn/bolge.toml --lang en") == 0);
    CHECK(has(session.out(), "hn/bolge.toml: sound"));
}

TEST_CASE("places of a service that the base doesn't know are told, though there is nothing to compare them with") {
    WhatIfs session;
    std::ifstream file(SCENARIOS "/helse-nord/regional-sikkerhet-tromso.toml");
    std::ostringstream text;
    text << file.rdbuf();
    session.write("hn/regional.toml", text.str());
    REQUIRE(session.run("project hn/regional.toml --set action.regional-apner.plan=planned --set "
                        "action.regional-pasienter.plan=planned" +
                        need_only) == 0);
    CHECK(has(session.out(),
              "Nytt her, uten noe å sammenligne med:\n  UNN, Regional sikkerhetspsykiatri: 4,0 plasser i "
              "2040; behov "));
    CHECK_FALSE(has(session.out(), "Ingen plasser og ikke noe behov endres"));
}

TEST_CASE("another open share is said to act on need by both rules, and does") {
    WhatIfs session;
    session.write("hn/aapen.toml", what_if("kind = \"open-share\"\nunit = \"unn-phbu\"\nopen_share = 1\n"
                                           "date = 2028-01-01\n"));
    REQUIRE(session.run("project hn/aapen.toml" + need_only) == 0);
    CHECK(has(session.out(), "virker på behovet etter begge regler og i simuleringen; antall plasser er som før"));
    CHECK(has(session.out(), "planlagt utnyttelse: behov "));
    REQUIRE(session.run("project hn/aapen.toml --lang en" + need_only) == 0);
    CHECK(has(session.out(), "acts on need by both rules and on the simulation; the number of beds is as before"));
}

TEST_CASE("need that moves because beds lie at fewer or more sites is said to, beside the rows that it moves") {
    WhatIfs session;
    session.write("hn/steng.toml", what_if("kind = \"close\"\nunit = \"finnmark-intensiv-2-kirkenes\"\nbeds = 1\n"
                                           "date = 2028-01-01\n"));
    REQUIRE(session.run("project hn/steng.toml" + need_only) == 0);
    CHECK(has(session.out(), "    Behovet etter servicenivå endres også fordi plassene ligger på færre steder (2 → 1): "
                             "hvert sted regnes for seg. Gapet bedres uten flere plasser eller færre pasienter.\n"));
    session.write("hn/del.toml", "schema = 1\nextends = \"baseline.toml\"\n"
                                 "[[unit]]\nid = \"unn-dps-b\"\ntrust = \"unn\"\nservice = \"dps\"\n"
                                 "site = \"Narvik\"\nbeds = 0\n"
                                 "[[action]]\nid = \"a\"\nkind = \"move\"\nunit = \"unn-dps\"\n"
                                 "to_unit = \"unn-dps-b\"\nbeds = 8\ndate = 2028-01-01\n");
    REQUIRE(session.run("project hn/del.toml --lang en" + need_only) == 0);
    CHECK(has(session.out(), "    Need by the service level changes also because the beds lie at more sites (1 → 2): "
                             "each site is reckoned on its own.\n"));
    session.write("hn/faerre.toml", what_if("kind = \"close\"\nunit = \"unn-dps\"\nbeds = 3\ndate = 2028-03-01\n"));
    REQUIRE(session.run("project hn/faerre.toml" + need_only) == 0);
    CHECK_FALSE(has(session.out(), "hvert sted regnes for seg"));
}

TEST_CASE(
    "a plan that opens and closes alike is said to move no beds when its date moves, and so are other idle dates") {
    WhatIfs session;
    const auto delayed = [&](const std::string& plan, const std::string& date) {
        session.write("hn/sen.toml", what_if("kind = \"delay\"\nof = \"" + plan + "\"\ndate = " + date + "\n"));
        REQUIRE(session.run("project hn/sen.toml" + need_only) == 0);
        return session.out();
    };
    CHECK(has(delayed("nye-asgard", "2033-01-01"),
              "Ingenting endres: alle tall er nøyaktig de samme.\n  Planen «nye-asgard» åpner og stenger like mange "
              "plasser samme dag (45, 52 og 17): en annen dato endrer ikke antall plasser.\n"));
    CHECK(has(delayed("nye-asgard", "2031-01-01"), "Planen «nye-asgard» har denne datoen fra før."));
    CHECK_FALSE(has(delayed("ronvik", "2027-04-01"), "Planen «"));
}

TEST_CASE("what passes is shown with its year, though something else lasts and is larger or of the same size") {
    WhatIfs session;
    session.write("hn/to.toml", what_if("kind = \"close\"\nunit = \"unn-dps\"\nbeds = 5\ndate = 2030-01-01\n"
                                        "[[action]]\nid = \"b\"\nkind = \"close\"\nunit = \"unn-dps\"\nbeds = 10\n"
                                        "date = 2027-01-01\nuntil = 2027-04-01\n"));
    REQUIRE(session.run("project hn/to.toml" + need_only) == 0);
    // 90 of 365 days: 10 · 90 / 365 = 2.47.
    CHECK(has(session.out(), "    2027: plasser 40,0 → 37,5 (−2,5)"));
    CHECK(has(session.out(), "    2030: plasser 40,0 → 35,0 (−5,0)"));
    // Two days of one bed are 0.005 beds of a year, and still a closure.
    session.write("hn/kort.toml", what_if("kind = \"close\"\nunit = \"nlsh-phbu\"\nbeds = 1\ndate = 2027-12-30\n"
                                          "until = 2028-01-01\n"));
    REQUIRE(session.run("project hn/kort.toml" + need_only) == 0);
    CHECK(has(session.out(), "      i løpet av året: 30. desember til 31. desember: "));
}

TEST_CASE("beredskap may be nothing where no bed is staffed any more") {
    WhatIfs session;
    session.write("hn/tom.toml", what_if("kind = \"close\"\nunit = \"finnmark-intensiv-2-kirkenes\"\nbeds = 1\n"
                                         "date = 2030-01-01\n[[action]]\nid = \"b\"\nkind = \"surge\"\n"
                                         "unit = \"finnmark-intensiv-2-kirkenes\"\nbeds = 0\ndate = 2030-01-01\n"));
    CHECK(session.run("check hn/tom.toml") == 0);
}

TEST_CASE("patients fetched home from outside the region leave nobody there who lives there") {
    WhatIfs session;
    const auto said = [&](const std::string& whose) {
        session.write("hn/hjem.toml", what_if("kind = \"treat-elsewhere\"\n" + whose +
                                              "share = 0.5\nto = \"home\"\ndate = 2030-01-01\n"));
        REQUIRE(session.run("project hn/hjem.toml" + need_only) == 0);
        return session.out();
    };
    CHECK(has(said("service = \"intensiv-3\"\ntreated_at = \"unn\"\n"),
              "hjemme i eget helseforetak (de som bor der, blir)"));
    CHECK(has(said("service = \"phv-sykehus\"\nresidents_of = \"nlsh\"\n"), "hjemme i eget helseforetak, fra "));
}

TEST_CASE("a new unit that says no open share beside units that have one is remarked on") {
    WhatIfs session;
    const auto remark = [&](const std::string& lines) {
        session.write("hn/ny.toml", "schema = 1\nextends = \"baseline.toml\"\n[[unit]]\nid = \"unn-dps-b\"\n"
                                    "trust = \"unn\"\nservice = \"dps\"\nsite = \"Narvik\"\nbeds = 0\n" +
                                        lines);
        REQUIRE(session.run("check hn/ny.toml") == 0);
        return has(session.err() + session.out(), "unn-dps-b sier ingen open_share og regnes som åpen hele året, mens "
                                                  "unn-dps har 0.959");
    };
    CHECK(remark(""));
    CHECK_FALSE(remark("open_share = 1\n"));
}
