// The built command as a user meets it: exit codes, messages, what is left on disk. The charts are drawn by a stand-in, so that
// these tests need no browser fonts; tests/plots tests the real ones.
#include "app/scenario/schema/schema.hpp"
#include "tests/app/command/session.hpp"
#include "tests/app/temporary_folder.hpp"
#include "tests/catch.hpp"

using framsyn::app::testing::Session;
using framsyn::app::testing::TemporaryFolder;

namespace {

const std::string baseline = "'" SCENARIOS "/helse-nord/baseline.toml'";
const std::string small = " --set run.draws=10 --replications 4";

} // namespace

TEST_CASE("project writes its tables, says what it found in Norwegian, and names the report") {
    Session session;
    REQUIRE(session.run("project " + baseline + small) == 0);
    for (const char* name : {"population.csv", "need.csv", "gap.csv", "change.csv", "capacity.csv", "quantiles.csv",
                             "indicators.csv", "assumptions.csv", "manifest.json", "results.xlsx", "report.html"}) {
        CHECK(session.exists("out/helse-nord/" + std::string(name)));
    }
    CHECK_FALSE(session.exists("out/helse-nord/care.csv"));
    CHECK(session.out().find("Rapport: out/helse-nord/report.html") != std::string::npos);
    CHECK(session.err().empty());
}

TEST_CASE("run gives the same need and gap as project, for any number of threads") {
    Session session;
    REQUIRE(session.run("project " + baseline + small + " --out a --threads 1 --quiet") == 0);
    REQUIRE(session.run("run " + baseline + small + " --out b --threads 3 --quiet") == 0);
    REQUIRE(session.run("run " + baseline + small + " --out c --threads 1 --quiet") == 0);
    for (const char* name : {"/need.csv", "/gap.csv", "/need_by_residence.csv", "/quantiles.csv"})
        CHECK(session.file("a" + std::string(name)) == session.file("b" + std::string(name)));
    for (const char* name : {"/care.csv", "/care_by_site.csv", "/flows.csv", "/results.xlsx"})
        CHECK(session.file("b" + std::string(name)) == session.file("c" + std::string(name)));
    CHECK(session.out().empty()); // --quiet
}

TEST_CASE("another seed gives other draws") {
    Session session;
    REQUIRE(session.run("project " + baseline + small + " --out a --seed 1 --quiet") == 0);
    REQUIRE(session.run("project " + baseline + small + " --out b --seed 2 --quiet") == 0);
    CHECK(session.file("a/gap.csv") != session.file("b/gap.csv"));
    CHECK(session.file("a/population.csv") == session.file("b/population.csv")); // the main alternative is not drawn
}

TEST_CASE("bad input ends with exit code 2, a located message and nothing on disk") {
    Session session;
    const std::size_t before = session.entries();
    CHECK(session.run("run missing.toml --lang en") == 2);
    CHECK(session.err() == "missing.toml: there is no such file\n");
    session.write("broken.toml", "schema = 1\n[scenario\n");
    CHECK(session.run("run broken.toml") == 2);
    CHECK(session.err().rfind("broken.toml:2:", 0) == 0);
    CHECK(session.run("run " + baseline + " --set service.tsb.utilisation=7") == 2);
    CHECK(session.run("run") == 2);
    CHECK(session.run("dance") == 2);
    CHECK(session.run("run " + baseline + " --replications three") == 2);
    CHECK_FALSE(session.exists("out"));
    CHECK(session.entries() == before + 3); // broken.toml and what the session captures
}

TEST_CASE("a folder that isn't ours is refused with exit code 2") {
    Session session;
    session.write("thesis/chapter.txt", "x");
    CHECK(session.run("project " + baseline + small + " --out thesis --lang en") == 2);
    CHECK(session.err() == "thesis: exists and isn't a result of framsyn; choose another folder with --out\n");
    CHECK(session.file("thesis/chapter.txt") == "x");
}

TEST_CASE("when the charts fail the tables are kept, and it is said how to draw them") {
    Session session;
    CHECK(session.run("project " + baseline + small + " --out b --quiet --lang en", "CHARTS_FAIL=1") == 1);
    CHECK(session.exists("b/gap.csv"));
    CHECK_FALSE(session.exists("b/report.html"));
    CHECK(session.err().find("the tables are in b, without charts and report; \"framsyn plot b\" tries again") !=
          std::string::npos);
    REQUIRE(session.run("plot b --quiet") == 0);
    CHECK(session.exists("b/report.html"));
}

TEST_CASE("a program for charts that can't begin is told before care is simulated") {
    Session session;
    session.write("plots/render.mjs", "import 'a-package-that-nobody-has';\n");
    CHECK(session.run("run " + baseline + " --quiet --lang en") == 1); // 200 replications would take far longer
    CHECK(session.err().find("the charts could not be drawn") != std::string::npos);
    CHECK_FALSE(session.exists("out/helse-nord"));
}

TEST_CASE("plot draws again, passes on which files were edited, and refuses other folders") {
    Session session;
    REQUIRE(session.run("project " + baseline + small + " --out a --quiet") == 0);
    REQUIRE(session.run("plot a --lang en") == 0);
    CHECK(session.file("a/report.html") == "edited: --lang en --quiet --wait");
    session.write("a/gap.csv", session.file("a/gap.csv") + "x");
    REQUIRE(session.run("plot a") == 0);
    CHECK(session.file("a/report.html") == "edited: --lang nb --quiet --wait --edited gap.csv");
    REQUIRE(session.run("plot a --images") == 0);
    CHECK(session.file("a/report.html").find(" --images") != std::string::npos);
    CHECK(session.run("plot a", "CHARTS_FAIL=2") == 2); // the files are malformed
    CHECK(session.run("plot plots") == 2);
}

TEST_CASE("without charts there are tables and a workbook, and nothing is drawn") {
    Session session;
    REQUIRE(session.run("project " + baseline + small + " --out a --no-charts") == 0);
    CHECK(session.out().find("Tabeller: a\n") != std::string::npos);
    CHECK(!session.file("a/gap.csv").empty());
    CHECK(!session.file("a/results.xlsx").empty());
    CHECK(session.file("a/report.html").empty());
}

TEST_CASE("check reports every problem of every file and says when all is well") {
    Session session;
    session.write("a.toml", "schema = 2\n");
    session.write("b.toml", "schema = 1\nnonsense = 1\n");
    CHECK(session.run("check a.toml b.toml --lang en") == 2);
    CHECK(session.err().find("a.toml:1:10: the file must say schema = 1") != std::string::npos);
    CHECK(session.err().find("b.toml:2:1: unknown key \"nonsense\"") != std::string::npos);
    CHECK(session.run("check " + baseline) == 0);
    CHECK(session.out().find(": i orden (") != std::string::npos);
}

TEST_CASE("the published JSON Schema is the one the program checks by") {
    const TemporaryFolder unused;
    std::ifstream file(SCENARIOS "/schema.json", std::ios::binary);
    const std::string published{std::istreambuf_iterator<char>(file), {}};
    CHECK(published == framsyn::app::json_schema());
}

TEST_CASE("version and help answer with exit code 0") {
    Session session;
    CHECK(session.run("--version") == 0);
    CHECK(session.out().rfind("framsyn 0.", 0) == 0);
    CHECK(session.run("--help --lang en") == 0);
    CHECK(session.run("run --help") == 0);
}

TEST_CASE("A slip on the command line is told in the language asked for, with the nearest word") {
    Session session;
    CHECK(session.run("rum x.toml") == 2);
    CHECK(
        session.err() ==
        "framsyn: ukjent kommando «rum»; mente du «run»? (kjente: check, run, project, compare, plot, import, schema)\n"
        "Se framsyn --help.\n");
    CHECK(session.run("run x.toml --repliations 3 --lang en") == 2);
    CHECK(session.err() ==
          "framsyn: run does not take \"--repliations\"; did you mean \"--replications\"?\nSee framsyn --help.\n");
    CHECK(session.run("run") == 2);
    CHECK(session.err() == "framsyn: mangler SCENARIO\nSe framsyn --help.\n");
    CHECK(session.run("run x.toml --seed abc") == 2);
    CHECK(session.err() == "framsyn: ventet et helt tall: --seed = abc\nSe framsyn --help.\n");
    CHECK(session.run("run x.toml --threads 0") == 2);
    CHECK(session.err() == "framsyn: --threads: ventet 1 til 1024\nSe framsyn --help.\n");
}

TEST_CASE("import writes a table whole, refuses to write over a file, and leaves nothing after bad input") {
    Session session;
    session.write("map.csv", "municipality_code,trust\n1804,nlsh\n");
    session.write("in.csv", "region;Hovedalternativet (MMMM) 2030;Lav nasjonal vekst (LLML) 2030\n1804 Bodø;10;11\n");
    const std::string ask = "import ssb-14288 in.csv --mapping map.csv --out out.csv";
    REQUIRE(session.run(ask) == 0);
    CHECK(session.file("out.csv") == "variant,trust,year,persons\nMMMM,nlsh,2030,10\nLLML,nlsh,2030,11\n");
    CHECK(session.out().rfind("out.csv: 2 rader fra in.csv (tabell 14288)\n", 0) == 0);
    CHECK(session.run(ask + " --lang en") == 2);
    CHECK(session.err() == "out.csv: exists; choose another name, or write over it with --force\n");
    session.write("in.csv", "region;Hovedalternativet (MMMM) 2030\n1804 Bodø;12\n");
    REQUIRE(session.run(ask + " --force --quiet") == 0);
    CHECK(session.out().empty());
    CHECK(session.file("out.csv") == "variant,trust,year,persons\nMMMM,nlsh,2030,12\n");
    session.write("in.csv", "region;Hovedalternativet (MMMM) 2030\n1804 Bodø;..\n");
    CHECK(session.run(ask + " --force") == 2);
    CHECK(session.err().rfind("in.csv:2:11: fant «..», SSBs tegn for at tallet mangler", 0) == 0);
    CHECK(session.file("out.csv") == "variant,trust,year,persons\nMMMM,nlsh,2030,12\n");
    CHECK_FALSE(session.exists("out.csv.partial"));
}

TEST_CASE("import says which argument is wrong") {
    Session session;
    session.write("map.csv", "municipality_code,trust\n1804,nlsh\n");
    const std::string rest = " in.csv --mapping map.csv --out ";
    CHECK(session.run("import ssb-1234" + rest + "out.csv --lang en") == 2);
    CHECK(session.err().rfind("framsyn: TABLE: expected ssb-07459, ssb-14288 or ssb-14746\n", 0) == 0);
    CHECK(session.run("import ssb-07459" + rest + "out.csv --lang en") == 2);
    CHECK(session.err() == "in.csv: there is no such file\n");
    CHECK(session.run("import ssb-07459" + rest + "out.csv --years 24 --lang en") == 2);
    CHECK(session.err() == "--years 24: expected years as 2024 or 2024-2027\n");
    CHECK(session.run("import ssb-07459" + rest + "map.csv --force --lang en") == 2);
    CHECK(session.err() == "map.csv: is also a file that is read; choose another name with --out\n");
    CHECK(session.run("import ssb-07459 in.csv --out out.csv") == 2);
}
