// A report that can be asked: which texts may travel in it. The charts are drawn by a stand-in; tests/page opens the real one.
#include "tests/app/command/session.hpp"
#include "tests/catch.hpp"

#include <filesystem>
#include <string>

using framsyn::app::testing::Session;
namespace fs = std::filesystem;

namespace {

/// The shipped region in few draws, and its people and needs in a folder "a".
struct Projected : Session {
    Projected() {
        fs::copy(SCENARIOS "/helse-nord", path("x"), fs::copy_options::recursive);
        replace("x/baseline.toml", "draws = 2000", "draws = 10");
        replace("x/baseline.toml", "replications = 200", "replications = 4");
        REQUIRE(run("project x/baseline.toml --out a --no-charts --quiet") == 0);
    }

    void replace(const std::string& name, const std::string& from, const std::string& to) const {
        std::string text = file(name);
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        write(name, text.replace(at, from.size(), to));
    }

    /// Plot with the panel ends with 2 and this message, and nothing is drawn.
    void refuses(const std::string& words, const std::string& message) {
        const std::string before = file("a/manifest.json");
        CHECK(run("plot " + words) == 2);
        CHECK(err() == message + "\n");
        CHECK_FALSE(exists("a/report.html"));
        CHECK(file("a/manifest.json") == before);
        CHECK(hidden("a") == 0);
    }
};

} // namespace

TEST_CASE("plot gives a report the texts that its results are of, when it is asked to, and takes its copies away") {
    Projected session;
    session.write(
        "plots/render.mjs",
        "import { readFileSync, writeFileSync } from 'node:fs';\n"
        "for await (const told of process.stdin) break;\n"
        "const at = process.argv.indexOf('--what-if');\n"
        "const told = at > 0 ? readFileSync(process.argv[at + 1], 'utf8') : 'nothing';\n"
        "const root = at > 0 ? readFileSync(JSON.parse(told).regions[0].files['baseline.toml'], 'utf8') : '';\n"
        "writeFileSync(process.argv[2] + '/report.html', told + root);\n");
    REQUIRE(session.run("plot a --quiet") == 0);
    CHECK(session.file("a/report.html") == "nothing");
    REQUIRE(session.run("plot a --quiet --what-if x/baseline.toml") == 0);
    const std::string told = session.file("a/report.html");
    CHECK(told.find(R"("root": "baseline.toml")") != std::string::npos);
    CHECK(told.find(R"("tables/population.csv": )") != std::string::npos);
    CHECK(told.find(R"("gap.csv": )") != std::string::npos); // its hash
    CHECK(told.find(session.file("x/baseline.toml")) != std::string::npos);
    CHECK(session.hidden("a") == 0);
}

TEST_CASE("the report of a what-if carries its root too, and says which of the texts it is of") {
    Projected session;
    REQUIRE(session.run("project x/ronvik-akutt.toml --out b --no-charts --quiet") == 0);
    session.write("plots/render.mjs", "import { copyFileSync } from 'node:fs';\n"
                                      "for await (const told of process.stdin) break;\n"
                                      "const at = process.argv.indexOf('--what-if');\n"
                                      "copyFileSync(process.argv[at + 1], process.argv[2] + '/report.html');\n");
    REQUIRE(session.run("plot b --quiet --what-if x/ronvik-akutt.toml") == 0);
    const std::string told = session.file("b/report.html");
    CHECK(told.find(R"("root": "baseline.toml")") != std::string::npos);
    CHECK(told.find(R"("asked": "ronvik-akutt.toml")") != std::string::npos);
}

TEST_CASE("other texts than the results are of don't go into their report") {
    Projected session;
    session.refuses("a --what-if x/no.toml", "x/no.toml: finner ikke filen");
    session.refuses(
        "a --what-if x/ronvik-akutt.toml",
        "x/ronvik-akutt.toml: er scenariet «helse-nord-ronvik-akutt», men a er resultatene av «helse-nord»; "
        "ventet filen som ble kjørt");
    const std::string rates = session.file("x/tables/use_rates.csv");
    session.write("x/tables/use_rates.csv", rates + "\n");
    session.refuses("a --what-if x/baseline.toml --lang en",
                    "x/tables/use_rates.csv: has been changed since the results were made; run the scenario again");
    session.write("x/tables/use_rates.csv", rates);
    session.replace("x/baseline.toml", "draws = 10", "draws = 11");
    session.refuses("a --what-if x/baseline.toml",
                    "x/baseline.toml: er endret siden resultatene ble laget; kjør scenariet på nytt");
}

TEST_CASE("results of numbers that stand in no text, and comparisons, can't be asked") {
    Projected session;
    REQUIRE(session.run("project x/baseline.toml --out a --no-charts --quiet --seed 7 --set run.draws=9") == 0);
    session.refuses(
        "a --what-if x/baseline.toml --lang en",
        "a: was run with --set run.draws=9, which the scenario doesn't say; write it in a file that extends "
        "it, and run that\na: was run with seed 7, but the scenario has 20240101; run it again");
    session.write("a/comparison.json", "{}");
    session.refuses("a --what-if x/baseline.toml",
                    "a: er en sammenligning; --what-if gjelder rapporten, tegn en av mappene i den");
}

TEST_CASE("a region of people alone has nothing to ask about") {
    Session session;
    fs::copy(SCENARIOS "/eksempel-femaar", session.path("y"), fs::copy_options::recursive);
    REQUIRE(session.run("project y/baseline.toml --out a --no-charts --quiet") == 0);
    CHECK(session.run("plot a --what-if y/baseline.toml") == 2);
    CHECK(session.err() == "y/baseline.toml: har ingen plasser å spørre om; tegn uten --what-if\n");
}

TEST_CASE("a manifest that says less than this program writes is refused with its name") {
    Projected session;
    session.write("a/manifest.json", R"({ "program": "framsyn", "outputs": {} })");
    session.refuses("a --what-if x/baseline.toml --lang en",
                    (session.path("a") / "manifest.json").string() +
                        ": isn't as framsyn wrote it (\"scenario\", \"scenario_files\", \"set\" and \"seed\")");
}
