// What-ifs beside what they change, as a user asks for them: compare, and run and project of a file that extends another.
#include "tests/app/command/what_ifs.hpp"
#include "tests/catch.hpp"

#include <filesystem>
#include <sstream>

using framsyn::app::testing::WhatIfs;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string need_only = " --draws 10 --replications 0";
const std::string small = " --draws 10 --replications 4";

} // namespace

TEST_CASE("compare says what each alternative does and changes, and writes it beside the tables of each") {
    WhatIfs session;
    REQUIRE(session.run("compare hn/baseline.toml hn/nye-asgard-pluss-11.toml hn/ronvik-akutt.toml --out c" +
                        need_only) == 0);
    CHECK(session.err().empty());
    // 52 beds at Nye Åsgård are 63: so the scenario's file.
    CHECK(session.rows("c/comparison.csv",
                       "helse-nord-nye-asgard-pluss-11,unn,phv-sykehus,2040,capacity,beds,52,63,11,11,"
                       "11,draws,10") == 1);
    CHECK(session.rows("c/comparison.csv", "helse-nord-nye-asgard-pluss-11,nlsh,phv-sykehus,2040,capacity") == 1);
    // 6 places of local security are acute ones instead, so that the group of both keeps its number.
    CHECK(session.rows("c/comparison.csv", "helse-nord-ronvik-akutt,nlsh,phv-akutt,2040,capacity,beds,36,42,6") == 1);
    CHECK(has(session.file("c/comparison.csv"), "helse-nord-ronvik-akutt,nlsh,phv,2040,capacity,beds,125,125,0,0,0"));
    for (const char* id : {"helse-nord", "helse-nord-nye-asgard-pluss-11", "helse-nord-ronvik-akutt"}) {
        CHECK(session.exists(std::string("c/") + id + "/gap.csv"));
        CHECK(session.exists(std::string("c/") + id + "/manifest.json"));
    }
    CHECK(session.exists("c/comparison.xlsx"));
    REQUIRE(session.run("plot c/helse-nord-ronvik-akutt --quiet") == 0);
    CHECK(session.exists("c/helse-nord-ronvik-akutt/report.html"));
    CHECK(session.run("plot c --lang en") == 0);
    CHECK(session.out() == "Report: c/comparison.html\n");
    REQUIRE(session.run("compare hn/baseline.toml hn/nye-asgard-pluss-11.toml hn/ronvik-akutt.toml --out c" +
                        need_only) == 0);
    CHECK(session.err().empty());
    CHECK_FALSE(session.exists("c/helse-nord-ronvik-akutt/report.html")); // drawn of the earlier comparison
    CHECK(session.out().rfind("«Helse Nord: Nye Åsgård med 11 flere plasser» mot «Helse Nord: døgnplasser og "
                              "intensivsenger mot framskrevet behov 2024–2040»\nDette gjøres:\n  endring av plasser "
                              "«nye-asgard-apner-phv-sykehus», plasser: 52 → 63\n",
                              0) == 0);
    CHECK(has(session.out(), "    2040: plasser 154,0 → 165,0 (+11,0); oppholdsdøgn uendret\n"));
    CHECK(has(session.out(), "Rangert etter gap i 2040"));
    REQUIRE(session.run("compare hn/baseline.toml hn/ronvik-akutt.toml --out c --lang en" + need_only) == 0);
    CHECK(has(session.out(), "    2040: beds 36.0 → 42.0 (+6.0); bed days unchanged\n"));
    CHECK_FALSE(session.exists("c/helse-nord-nye-asgard-pluss-11")); // an earlier comparison's
    session.write("c/helse-nord/gap.csv", "mine");
    CHECK(session.run("compare hn/baseline.toml hn/ronvik-akutt.toml --out c" + need_only) == 2);
    CHECK(session.err().starts_with("c/helse-nord/gap.csv: er endret siden kjøringen"));
    CHECK(session.run("compare hn/baseline.toml hn/ronvik-akutt.toml --out c --force --quiet" + need_only) == 0);
}

TEST_CASE("where the base year's level is not known only differences are said, and no probability") {
    WhatIfs session;
    REQUIRE(session.run("compare hn/baseline.toml hn/ronvik-akutt.toml --out c" + need_only) == 0);
    const std::string out = session.out();
    const std::size_t cell = out.find("  Nordland, Akuttpsykiatri (nivået er ikke kjent; bare endringen kan sies)");
    REQUIRE(cell != std::string::npos);
    CHECK(has(out.substr(cell, 400), "planlagt utnyttelse: behov uendret, gap +6,0\n"));
    CHECK_FALSE(has(out, "sannsynlighet"));
}

TEST_CASE("a closure that is over before the years of the tables is shown in the year it is felt") {
    WhatIfs session;
    session.write("hn/summer.toml",
                  "schema = 1\nextends = \"baseline.toml\"\n[[change]]\nid = \"summer\"\nunit = \"unn-dps\"\n"
                  "date = 2026-06-01\nbeds = -5\nplan = \"planned\"\nlabel = \"stengt\"\nlabel_en = \"closed\"\n"
                  "[[change]]\nid = \"autumn\"\nunit = \"unn-dps\"\ndate = 2026-09-01\nbeds = 5\n"
                  "plan = \"planned\"\nlabel = \"åpnet\"\nlabel_en = \"open\"\n");
    REQUIRE(session.run("project hn/summer.toml --draws 10 --no-charts --out s") == 0);
    // 40 places, 5 fewer in the 92 days of June to August: 5 · 92 / 365 = 1.26.
    CHECK(has(session.out(), "    2026: plasser 40,0 → 38,7 (−1,3); oppholdsdøgn uendret\n"));
    CHECK(has(session.out(), "    2040: uendret\n"));
}

TEST_CASE("cells without beds come after those with beds, and are said in bed days") {
    WhatIfs session;
    session.write("hn/more.toml",
                  "schema = 1\nextends = \"baseline.toml\"\n[[service]]\nid = \"somatikk\"\nlevel = 1.1\n"
                  "[[service]]\nid = \"tsb\"\nutilisation = 0.8\n");
    REQUIRE(session.run("project hn/more.toml --draws 10 --no-charts --out s --lang en") == 0);
    // Somatic care moves by hundreds of beds, addiction treatment by some.
    const std::size_t beds = session.out().find("  UNN, Specialised addiction treatment\n");
    const std::size_t none =
        session.out().find("Somatic care (projected need only)\n    2030: without beds in the scenario; bed days +");
    CHECK(beds < none);
    CHECK(none != std::string::npos);
}

TEST_CASE("a what-if that says nothing of its own changes exactly nothing, need and care alike") {
    WhatIfs session;
    REQUIRE(session.run("compare hn/baseline.toml hn/same.toml --out c" + small) == 0);
    CHECK(session.all_nothing("c/comparison.csv"));
    CHECK(has(session.file("c/comparison.csv"), "same,unn,phv-akutt,2040,wait_mean,days,"));
    CHECK(has(session.out(),
              "Dette gjøres:\n  ingenting annerledes\nIngenting endres: alle tall er nøyaktig de samme.\n"));
}

TEST_CASE("project and run of a file that extends another answer first, and tell the whole chain") {
    WhatIfs session;
    REQUIRE(session.run("project hn/chain.toml --draws 10 --no-charts --out p") == 0);
    const std::string out = session.out();
    CHECK(has(out, "tjeneste «tsb», planlagt utnyttelse: 0,85 (0,8–0,9) → 0,8\n"));
    CHECK(has(out,
              "endring av plasser «fewer»: nytt: enhet unn-dps, dato 2030-01-01, plasser -3, hvor bestemt planlagt\n"));
    CHECK(out.find("Dette gjøres:") < out.find("Dette endres"));
    CHECK(out.find("Dette endres") < out.find("Uendret, eller under 0,1 plass"));
    CHECK(out.find("Uendret, eller under 0,1 plass") < out.find("Største forverring"));
    CHECK(session.rows("p/comparison.csv", "chain,unn,dps,2040,capacity,beds,") == 1);
    // Fewer beds move no patients: need is the same, and the gap is three beds less.
    CHECK(session.rows("p/comparison.csv", "chain,unn,dps,2040,gap,beds,") == 1);
    CHECK_FALSE(session.exists("p/care.csv"));
    REQUIRE(session.run("run hn/fewer.toml --no-charts --out r" + small) == 0);
    CHECK(session.rows("r/comparison.csv", "fewer,unn,dps,2040,open_beds,beds,") == 1);
    REQUIRE(session.run("project hn/baseline.toml --draws 10 --no-charts --out b") == 0);
    CHECK_FALSE(session.exists("b/comparison.csv")); // nothing to compare with
    CHECK(session.out().rfind("Største forverring", 0) == 0);
}

TEST_CASE("an alternative that can't be read doesn't stop the others, and is told") {
    WhatIfs session;
    CHECK(session.run("compare hn/baseline.toml hn/wrong.toml hn/fewer.toml --out c --quiet" + need_only) == 2);
    CHECK(has(session.err(), "hn/wrong.toml:5:1:"));
    CHECK(session.rows("c/comparison.csv", "fewer,unn,dps,2040,capacity") == 1);
    CHECK(session.out().empty());
    CHECK(session.run("compare hn/baseline.toml hn/wrong.toml --out d" + need_only) == 2);
    CHECK_FALSE(session.exists("d"));
    CHECK(session.run("compare hn/wrong.toml hn/fewer.toml --out d" + need_only) == 2);
    CHECK_FALSE(session.exists("d"));
}

TEST_CASE("two scenarios of one id are not compared, nor one without services") {
    WhatIfs session;
    CHECK(session.run("compare hn/baseline.toml hn/baseline.toml --out c" + need_only) == 2);
    CHECK(session.err() == "hn/baseline.toml: har id «helse-nord», som hn/baseline.toml også har; gi den en egen id i "
                           "[scenario]\n");
    CHECK(session.run("compare '" SCENARIOS "/eksempel-femaar/baseline.toml' hn/same.toml --lang en") == 2);
    CHECK(has(session.err(), "has no [[service]], so there are no beds to compare\n"));
    CHECK(session.run("compare hn/baseline.toml") == 2);
    CHECK(session.err() == "framsyn: mangler ALT\nSe framsyn --help.\n");
}

TEST_CASE("a what-if whose base isn't a scenario by itself is run all the same, and says why it isn't compared") {
    WhatIfs session;
    session.write("hn/half.toml", "schema = 1\nextends = \"baseline.toml\"\n");
    const std::string base = session.file("hn/baseline.toml");
    session.write("hn/baseline.toml", base +
                                          "\n[[change]]\nid = \"unfinished\"\nunit = \"unn-dps\"\ndate = 2030-01-01\n"
                                          "plan = \"planned\"\nlabel = \"x\"\nlabel_en = \"x\"\n");
    session.write("hn/half.toml",
                  "schema = 1\nextends = \"baseline.toml\"\n[[change]]\nid = \"unfinished\"\nbeds = 2\n");
    REQUIRE(session.run("project hn/half.toml --draws 10 --no-charts --out h") == 0);
    CHECK(has(session.err(),
              "Merk: sammenlignes ikke med hn/baseline.toml, som ikke er i orden alene: hn/baseline.toml:"));
    CHECK(session.exists("h/gap.csv"));
}

TEST_CASE("the number of threads changes no byte of a comparison, and the alternatives go by the base's draws") {
    WhatIfs session;
    session.write("hn/own.toml", "schema = 1\nextends = \"fewer.toml\"\n[run]\nseed = 3\ndraws = 30\n");
    REQUIRE(session.run("compare hn/baseline.toml hn/own.toml hn/fewer.toml --threads 1 --out a --quiet" + small) == 0);
    REQUIRE(session.run("compare hn/baseline.toml hn/own.toml hn/fewer.toml --threads 3 --out b --quiet" + small) == 0);
    for (const char* name : {"comparison.csv", "comparison.xlsx", "own/care.csv", "own/manifest.json"})
        CHECK(session.file(std::string("a/") + name) == session.file(std::string("b/") + name));
    CHECK(session.file("a/own/gap.csv") == session.file("a/fewer/gap.csv"));
}

TEST_CASE("run with no replications is project: need only, whatever the file's replications ask of the draws") {
    WhatIfs session;
    REQUIRE(session.run("run hn/baseline.toml --no-charts --quiet --out r" + need_only) == 0);
    REQUIRE(session.run("project hn/baseline.toml --no-charts --quiet --draws 10 --out p") == 0);
    CHECK_FALSE(session.exists("r/care.csv"));
    CHECK(session.file("r/gap.csv") == session.file("p/gap.csv"));
    CHECK(session.run("run hn/baseline.toml --draws 1 --lang en") == 2);
    CHECK(session.err() == "--draws: found 1; expected a whole number 2–1000000\n");
}

TEST_CASE(
    "a comparison is drawn as a run is, kept without charts where those fail, and without them where nobody asks") {
    WhatIfs session;
    const std::string compare = "compare hn/baseline.toml hn/fewer.toml --out c" + need_only;
    REQUIRE(session.run(compare) == 0);
    CHECK(session.exists("c/report.html")); // the stand-in of plots/ draws that, whatever the folder
    CHECK(session.out().ends_with("Rapport: c/comparison.html\n"));
    CHECK(has(session.file("c/comparison.json"), "\"base\": \"helse-nord\""));
    CHECK(session.run(compare + " --quiet", "CHARTS_FAIL=1") == 1);
    CHECK(has(session.err(), "tabellene ligger i c, uten figurer og comparison.html; «framsyn plot c» prøver igjen\n"));
    CHECK(session.exists("c/comparison.csv"));
    CHECK_FALSE(session.exists("c/report.html"));
    REQUIRE(session.run(compare + " --no-charts --lang en") == 0);
    CHECK(session.out().ends_with("Tables: c\n"));
    CHECK_FALSE(session.exists("c/report.html"));
    CHECK_FALSE(session.exists("c/charts"));
}

TEST_CASE("with --regret every scenario is tried in every future that it has, and without there is no table of it") {
    WhatIfs session;
    REQUIRE(session.run("compare hn/baseline.toml hn/fewer.toml --no-charts --out c" + need_only) == 0);
    CHECK_FALSE(session.exists("c/regret.csv"));
    REQUIRE(session.run("compare hn/baseline.toml hn/fewer.toml --regret --no-charts --out c" + need_only) == 0);
    CHECK(session.err().empty());
    for (const char* future :
         {"as-assumed", "sentences-flat", "use-low", "use-high", "migration-low", "migration-high"}) {
        for (const char* scenario : {"helse-nord", "fewer"}) {
            const std::string begin = std::string(scenario) + "," + future;
            CHECK(session.rows("c/regret.csv", begin + ",unn,phv,2030,utilisation,yes,") == 1);
            CHECK(session.rows("c/regret.csv", begin + ",unn,dps,2040,service-level,no,") == 1);
            CHECK(session.rows("c/regret.csv", begin + ",region,all,2040,utilisation,yes,") == 1);
        }
    }
    session.write("hn/no-stocks.toml",
                  "schema = 1\nextends = \"baseline.toml\"\n[[stock]]\nid = \"domte-unn\"\nremove = "
                  "true\n[[stock]]\nid = \"domte-nlsh\"\nremove = true\n");
    session.write("hn/none-either.toml", "schema = 1\nextends = \"no-stocks.toml\"\n");
    REQUIRE(session.run("compare hn/no-stocks.toml hn/none-either.toml --regret --no-charts --out d" + need_only) == 0);
    CHECK_FALSE(has(session.file("d/regret.csv"), "sentences-flat")); // nothing grows
}

TEST_CASE("a future that a scenario's population doesn't have is left out for all, and told") {
    WhatIfs session;
    const std::string base = session.file("hn/baseline.toml");
    const std::size_t low = base.find("internal_low");
    REQUIRE(low != std::string::npos);
    session.write("hn/baseline.toml", base.substr(0, low) + base.substr(base.find('\n', low) + 1));
    REQUIRE(session.run("compare hn/baseline.toml hn/fewer.toml --regret --no-charts --out c --lang en" + need_only) ==
            0);
    CHECK(
        session.err().starts_with("Note: the future migration-low is left out, as hn/baseline.toml doesn't have it: "));
    CHECK_FALSE(has(session.file("c/regret.csv"), "migration-low"));
    CHECK(has(session.file("c/regret.csv"), "migration-high"));
}

TEST_CASE("what is done is in context.json in words, from the root of the chain, and names what it replaces") {
    WhatIfs session;
    session.write(
        "hn/first.toml",
        "schema = 1\nextends = \"baseline.toml\"\n[[action]]\nid = \"a\"\nkind = \"open\"\nunit = \"unn-dps\"\n"
        "beds = 12\ndate = 2028-09-01\n");
    session.write("hn/second.toml", "schema = 1\nextends = \"first.toml\"\n[[utilisation]]\nid = \"unn-phv\"\ntrust = "
                                    "\"unn\"\nservice = \"phv\"\nutilisation = 0.9\n");
    session.write("hn/third.toml", "schema = 1\nextends = \"first.toml\"\n[[action]]\nid = \"a\"\nbeds = 20\n");
    REQUIRE(session.run("project hn/second.toml --draws 10 --no-charts --quiet --out p") == 0);
    const std::string context = session.file("p/context.json");
    CHECK(has(context, "\"against\": \"baseline.toml\""));
    const std::string opens =
        "Åpner 12 plasser ved UNN, Distriktspsykiatriske sentre (DPS UNN), uten egne pasienter, fra 1. "
        "september 2028";
    CHECK(has(context, "\"said_nb\": \"" + opens + "\""));
    CHECK(has(context, "\"said_en\": \"Opens 12 beds at UNN, "));
    CHECK(has(context, "\"name_nb\": \"planlagt utnyttelse «unn-phv»\""));
    CHECK(has(context,
              "\"after_nb\": \"helseforetak UNN, tjeneste Psykisk helsevern for voksne, planlagt utnyttelse 0,9\""));
    REQUIRE(session.run("compare hn/first.toml hn/third.toml hn/baseline.toml --no-charts --out c" + need_only) == 0);
    CHECK(has(session.out(), "; i stedet for: " + opens + "\n"));
    CHECK(has(session.out(), "  Gjøres ikke: " + opens + "\n"));
    CHECK(has(session.file("c/third/context.json"), "\"against\": \"first.toml\""));
    REQUIRE(session.run(
                "project hn/baseline.toml --set service.tsb.utilisation=0.8 --draws 10 --no-charts --quiet --out b") ==
            0);
    CHECK(has(session.file("b/context.json"),
              "\"said_nb\": \"tjeneste «tsb», planlagt utnyttelse: 0,85 (0,8–0,9) → 0,8\""));
}

TEST_CASE("alternatives whose figures read the same have the same rank") {
    WhatIfs session;
    session.write("hn/also-fewer.toml", "schema = 1\nextends = \"fewer.toml\"\n");
    REQUIRE(session.run("compare hn/baseline.toml hn/fewer.toml hn/also-fewer.toml --no-charts --out c" + need_only) ==
            0);
    const std::size_t ranking = session.out().find("Rangert etter gap");
    REQUIRE(ranking != std::string::npos);
    const std::string ranked = session.out().substr(ranking);
    CHECK(has(ranked, "    1. helse-nord "));
    CHECK(has(ranked, "    2. fewer "));
    CHECK(has(ranked, "    2. also-fewer "));
}

TEST_CASE("the year of the largest effect is shown also where 2030 and 2040 are moved by less") {
    WhatIfs session;
    session.write(
        "hn/peak.toml",
        "schema = 1\nextends = \"baseline.toml\"\n[[action]]\nid = \"long\"\nkind = \"open\"\nunit = \"unn-dps\"\n"
        "beds = 2\ndate = 2026-01-01\n[[action]]\nid = \"short\"\nkind = \"open\"\nunit = \"unn-dps\"\nbeds = 9\n"
        "date = 2033-01-01\nuntil = 2034-01-01\n");
    REQUIRE(session.run("project hn/peak.toml --draws 10 --no-charts --out s") == 0);
    CHECK(has(session.out(), "    2030: plasser 40,0 → 42,0 (+2,0)"));
    CHECK(has(session.out(), "    2033: plasser 40,0 → 51,0 (+11,0)"));
}

TEST_CASE("any order of a what-if's lines gives the same bytes in every result") {
    WhatIfs session;
    const std::string head = "schema = 1\nextends = \"baseline.toml\"\n";
    const std::string opens =
        "[[action]]\nid = \"a\"\nkind = \"open\"\nunit = \"unn-dps\"\nbeds = 12\ndate = 2028-09-01\n";
    const std::string stays = "[[action]]\nid = \"b\"\nkind = \"stay\"\nservice = \"phv\"\ntreated_at = \"unn\"\n"
                              "percent = -10\ndate = 2029-01-01\n";
    const std::string stays_turned = "[[action]]\ndate = 2029-01-01\npercent = -10\ntreated_at = \"unn\"\nservice = "
                                     "\"phv\"\nkind = \"stay\"\nid = \"b\"\n";
    const std::string plan =
        "[[utilisation]]\nid = \"unn-phv\"\ntrust = \"unn\"\nservice = \"phv\"\nutilisation = 0.9\n";
    session.write("hn/turned.toml", head + opens + stays + plan);
    REQUIRE(session.run("project hn/turned.toml --draws 10 --no-charts --quiet --out a") == 0);
    session.write("hn/turned.toml", head + plan + stays_turned + opens);
    REQUIRE(session.run("project hn/turned.toml --draws 10 --no-charts --quiet --out b") == 0);
    for (const auto& entry : std::filesystem::directory_iterator(session.path("a"))) {
        const std::string name = entry.path().filename().string();
        if (name == "manifest.json" || !entry.is_regular_file()) continue;
        INFO(name);
        CHECK(session.file("a/" + name) == session.file("b/" + name));
    }
}
