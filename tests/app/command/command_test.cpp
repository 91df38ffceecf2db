// The built command as a user meets it: exit codes, messages, what is left on disk. The charts are drawn by a stand-in, so that
// these tests need no browser fonts; tests/plots tests the real ones.
#include "app/command/affordable.hpp"
#include "app/scenario/schema/schema.hpp"
#include "tests/app/command/session.hpp"
#include "tests/app/temporary_folder.hpp"
#include "tests/catch.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>

using framsyn::app::testing::Session;
using framsyn::app::testing::TemporaryFolder;
namespace fs = std::filesystem;

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

TEST_CASE("a signal while charts are drawn keeps the tables, and says how to draw them") {
    for (const char* signal : {"INT", "TERM", "HUP"}) {
        Session session;
        session.write("plots/render.mjs", "for await (const told of process.stdin) break;\n"
                                          "process.kill(process.ppid, 'SIG' + process.env.CHARTS_SIGNAL);\n"
                                          "setTimeout(() => {}, 60000);\n"); // it would draw for a minute
        CHECK(session.run("project " + baseline + small + " --out b --lang en",
                          "CHARTS_SIGNAL=" + std::string(signal)) == 130);
        CHECK(session.err().rfind("the tables are in b, without ", 0) == 0);
        CHECK(session.err().find("; \"framsyn plot b\" tries again\n") != std::string::npos);
        CHECK(session.exists("b/gap.csv"));
        const std::string manifest = session.file("b/manifest.json");
        CHECK(manifest.find("gap.csv") != std::string::npos);
        // The workbook is there if it was written within the grace that a signal gives, and said to be missing otherwise.
        const bool workbook = session.exists("b/results.xlsx");
        CHECK((manifest.find("\"results.xlsx\"") != std::string::npos) == workbook);
        CHECK((session.err().find("workbook") == std::string::npos) == workbook);
        CHECK_FALSE(session.exists("b.lock"));
    }
}

TEST_CASE("a signal before there are tables leaves nothing, not even the folder around the results") {
    Session session;
    session.write("plots/render.mjs", "process.kill(process.ppid, 'SIGTERM');\n"
                                      "for await (const told of process.stdin) break;\n");
    CHECK(session.run("run " + baseline + " --quiet") == 130); // 200 replications would take far longer
    CHECK_FALSE(session.exists("out"));
}

TEST_CASE("a signal while plot draws ends it with the charts as they were") {
    Session session;
    REQUIRE(session.run("project " + baseline + small + " --out a --quiet") == 0);
    const std::string report = session.file("a/report.html");
    const std::string manifest = session.file("a/manifest.json");
    session.write("plots/render.mjs", "import { mkdtempSync } from 'node:fs';\n"
                                      "mkdtempSync(process.argv[2] + '/.charts-');\n"
                                      "process.kill(process.ppid, 'SIGHUP');\n"
                                      "setTimeout(() => {}, 60000);\n");
    CHECK(session.run("plot a --quiet") == 130);
    CHECK(session.file("a/report.html") == report);
    CHECK(session.file("a/manifest.json") == manifest);
    CHECK(session.hidden("a") == 0);
    CHECK_FALSE(session.exists("a.lock"));
}

TEST_CASE("what was edited stops a run with its name, and --force replaces it") {
    Session session;
    REQUIRE(session.run("project " + baseline + small + " --out a --quiet") == 0);
    session.write("a/gap.csv", "edited");
    session.write("a/notes.txt", "mine");
    CHECK(session.run("project " + baseline + small + " --out a --quiet --lang en") == 2);
    CHECK(session.err() ==
          "a/gap.csv: was edited since the run and would be written over; give it another name, choose "
          "another folder with --out, or replace it with --force\n");
    CHECK(session.file("a/gap.csv") == "edited");
    REQUIRE(session.run("project " + baseline + small + " --out a --quiet --force") == 0);
    CHECK(session.file("a/gap.csv") != "edited");
    CHECK(session.file("a/notes.txt") == "mine");
}

TEST_CASE("a second run or plot of a folder while one is at work there is refused at once") {
    Session session;
    REQUIRE(session.run("project " + baseline + small + " --out a --quiet") == 0);
    // flock(1) holds the lock as another framsyn would.
    session.write("a.lock", "framsyn\n");
    for (const std::string& verb : {"project " + baseline + small + " --out", std::string("plot")}) {
        CHECK(session.run_under("flock a.lock", verb + " a --quiet --lang en") == 2);
        CHECK(session.err().rfind("a: another framsyn is writing to this folder now", 0) == 0);
    }
}

TEST_CASE("what can't be written is told of before anything is computed") {
    Session session;
    session.write("file", "x");
    CHECK(session.run("run " + baseline + " --out file --lang en") == 2);
    CHECK(session.err().find("file: is a file; choose a folder with --out\n") != std::string::npos);
    CHECK(session.run("run " + baseline + " --out file/result --quiet") == 2);
    CHECK(session.run("run " + baseline + " --out /proc/result --quiet") == 2);
    CHECK(session.err().rfind("/proc/result", 0) == 0);
}

TEST_CASE(
    "a run that would take more events or memory than there is for is refused with the figure, before it starts") {
    Session session;
    for (const char* name : {"baseline.toml", "tables"})
        fs::copy(fs::path(SCENARIOS "/helse-nord") / name, session.path() / name, fs::copy_options::recursive);
    session.write("short.toml", "schema = 1\nextends = \"baseline.toml\"\n"
                                "[[stay]]\nid = \"dps\"\nmean = \"0.01 days\"\nshape = \"fixed\"\n");
    for (const char* verb : {"check short.toml", "run short.toml"}) {
        CHECK(session.run(std::string(verb) + " --lang en") == 2);
        CHECK(session.err().find("short.toml:5:8: the run would take ") != std::string::npos);
        CHECK(session.err().find("stays of this length make most of them") != std::string::npos);
    }
    CHECK(session.run("project short.toml --set run.draws=10 --set run.replications=4 --no-charts --quiet") == 0);
    CHECK(session.run("run " + baseline + " --set run.draws=1000000 --replications 100000 --lang en") == 2);
    CHECK(session.err().find("--replications: the run would take ") != std::string::npos);
    if (!framsyn::app::testing::may_be_limited) return;
    // With a limit of 2 GB, as of a small machine; a draw of the baseline keeps 80 kB (docs/researchers.md).
    CHECK(session.run_under("ulimit -v 2000000;", "project " + baseline + " --set run.draws=100000 --lang en") == 2);
    CHECK(session.err().find("--set run.draws: the run needs about 8.") != std::string::npos);
    CHECK(session.err().find(" GB of memory; here are 2.0 GB") != std::string::npos);
}

TEST_CASE("a run of more than ten minutes by estimate is remarked on, a shorter one is not") {
    CHECK(framsyn::app::remark_on_duration(600.0).nb.empty());
    CHECK(framsyn::app::remark_on_duration(750.0).nb == "Merk: kjøringen tar anslagsvis 12 minutter");
    Session session;
    CHECK(session.run("check " + baseline) == 0);
    CHECK(session.err().find("anslagsvis") == std::string::npos);
}

TEST_CASE("a disk that becomes full ends a run with exit code 1 and leaves the earlier result") {
    Session session;
    REQUIRE(session.run("project " + baseline + small + " --out a --quiet") == 0);
    const std::string gap = session.file("a/gap.csv");
    if (!framsyn::app::testing::may_be_limited) return;
    // A file may have 8 blocks here, as on a disk with no more room than that.
    CHECK(session.run_under("ulimit -f 8;", "project " + baseline + small + " --out a --no-charts --quiet --seed 7") ==
          1);
    CHECK(session.err().find("filen ble større enn systemet tillater") != std::string::npos);
    CHECK(session.file("a/gap.csv") == gap);
    CHECK(session.entries() == 4); // plots, a, and what the session captures
}

TEST_CASE("without Node.js a run ends before it computes, and says how to do without") {
    Session session;
    fs::create_directories(session.path() / "empty");
    CHECK(session.run("run " + baseline + " --quiet", "PATH=empty") == 1); // 200 replications would take far longer
    CHECK(session.err().rfind("framsyn: finner ikke node; ", 0) == 0);
    CHECK_FALSE(session.exists("out"));
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
    CHECK(session.run("plot nowhere") == 2);
    CHECK(session.err() == "nowhere: finner ikke mappen\n");
    CHECK(session.run("plot a/gap.csv") == 2);
    CHECK(session.err() == "a/gap.csv: er en fil; ventet en resultatmappe\n");
    session.write("a/manifest.json", "{ \"program\": \"framsyn\", \"outputs\": [3] }");
    CHECK(session.run("plot a") == 2);
    CHECK(session.err().find(
              "a/manifest.json: er ikke slik framsyn skrev den («outputs» er navn på filer med SHA-256)\n") !=
          std::string::npos);
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

TEST_CASE("a reader who stops early is no fault of the program, and a full disk for what is printed is told as one") {
    Session session;
    CHECK(session.run_under(R"(sh -c '"$0" "$@" | head -1')", "schema") == 0);
    CHECK(session.err().empty());
    CHECK(session.run_under(R"(sh -c '"$0" "$@" > /dev/full')", "schema") == 1);
    CHECK(session.err().find("feil i programmet") == std::string::npos);
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
    CHECK(session.err() == "framsyn: ukjent kommando «rum»; mente du «run»? (kjente: check, run, project, compare, "
                           "explain, new, solve, plot, page, import, export, sweep, tornado, schema)\n"
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

TEST_CASE("plot draws what is there: it takes no scenario's options") {
    Session session;
    for (const char* option : {"--set run.draws=4", "--seed 1", "--replications 4", "--threads 2"}) {
        CHECK(session.run("plot a --lang en " + std::string(option)) == 2);
        CHECK(session.err().rfind("framsyn: plot does not take \"" + std::string(option).substr(0, 5), 0) == 0);
    }
}

TEST_CASE("a long word of the command line is repeated in part") {
    Session session;
    const std::string word(500, 'x');
    const std::string part = std::string(80, 'x') + "…";
    CHECK(session.run("check " + baseline + " --lang en --set " + word) == 2);
    CHECK(session.err() == "--set " + part + ": expected list.id.key=value\n");
    CHECK(session.run("check " + baseline + " --lang en --set run." + word + "=" + word) == 2);
    CHECK(session.err().size() < 400);
    CHECK(session.run("check " + baseline + " --lang en --set scenario." + word + ".a=1") == 2);
    CHECK(session.err().find(": there is no \"" + part + "\"") != std::string::npos);
    CHECK(session.run(word + " --lang en") == 2);
    CHECK(session.err().rfind("framsyn: unknown command \"" + part + "\"", 0) == 0);
    CHECK(session.run("check a.toml --lang en --seed " + word) == 2);
    CHECK(session.err().size() < 200);
    CHECK(session.run("check a.toml --seed -1") == 2);
    CHECK(session.err().rfind("framsyn: tallet kan ikke være negativt: --seed = -1\n", 0) == 0);
    CHECK(session.run("check a.toml --seed 1 --seed 2") == 2);
    CHECK(session.err().rfind("framsyn: --seed kan bare gis én gang\n", 0) == 0);
    CHECK(session.run("check a.toml --seed 99999999999999999999") == 2);
    CHECK(session.err().rfind("framsyn: tallet er for stort: --seed = 99999999999999999999\n", 0) == 0);
}

TEST_CASE("a scenario's file is refused by the true reason, at the line that names it") {
    Session session;
    session.write("outside.toml", "schema = 1\n");
    session.write("s/tables/x.csv", "");
    fs::create_symlink("../outside.toml", session.path("s/link.toml"));
    const auto extends = [&](const std::string& name) {
        session.write("s/a.toml", "schema = 1\nextends = \"" + name + "\"\n");
        CHECK(session.run("check s/a.toml --lang en") == 2);
        return session.err();
    };
    CHECK(extends("link.toml") ==
          "s/a.toml:2:11: \"link.toml\" is outside the scenario's folder (the link points out of it)\n");
    CHECK(extends("tables") == "s/a.toml:2:11: \"tables\": is a folder; expected a file\n");
    CHECK(extends("tables/x.csv/y") ==
          "s/a.toml:2:11: \"tables/x.csv/y\": a part of the path is a file, not a folder\n");
    CHECK(extends("a\\u0000.toml") == "s/a.toml:2:11: \"a\\u0000.toml\" is not a file name\n");
    CHECK(extends("missing.toml") == "s/a.toml:2:11: \"missing.toml\": there is no such file\n");
    CHECK(session.run("check s") == 2);
    CHECK(session.err() == "s: er en mappe; ventet en fil\n");
    CHECK(session.run("check s/a.toml/b.toml") == 2);
    CHECK(session.err() == "s/a.toml/b.toml: en del av stien er en fil, ikke en mappe\n");
}

TEST_CASE("what the operating system refuses is told in Norwegian") {
    Session session;
    session.write("file", "x");
    CHECK(session.run("project " + baseline + small + " --out file/out") == 2);
    CHECK(session.err().find("file: en del av stien er en fil, ikke en mappe\n") != std::string::npos);
    session.write("map.csv", "municipality_code,trust\n1804,nlsh\n");
    session.write("in.csv", "region;Hovedalternativet (MMMM) 2030\n1804 Bodø;12\n");
    CHECK(session.run("import ssb-14288 in.csv --mapping map.csv --out file/out.csv") == 1);
    CHECK(session.err() == "framsyn: file/out.csv: en del av stien er en fil, ikke en mappe\n");
    CHECK(session.run("import ssb-14288 in.csv --mapping map.csv --out nowhere/out.csv") == 1);
    CHECK(session.err() == "framsyn: nowhere/out.csv: mappen finnes ikke\n");
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
    CHECK(session.err().rfind(
              "framsyn: TABLE: expected ssb-07459, ssb-13942, ssb-13982, ssb-14288, ssb-14746, ssb-14820 or xlsx\n",
              0) == 0);
    CHECK(session.run("import ssb-07459" + rest + "out.csv --lang en") == 2);
    CHECK(session.err() == "in.csv: there is no such file\n");
    CHECK(session.run("import ssb-07459" + rest + "out.csv --years 24 --lang en") == 2);
    CHECK(session.err() == "--years 24: expected years as 2024 or 2024-2027\n");
    CHECK(session.run("import ssb-07459" + rest + "map.csv --force --lang en") == 2);
    CHECK(session.err() == "map.csv: is also a file that is read; choose another name with --out\n");
    CHECK(session.run("import ssb-07459 in.csv --out out.csv") == 2);
}
