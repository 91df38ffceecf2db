#include "app/browser/engine/engine.hpp"
#include "app/browser/engine/sample_bytes.hpp"
#include "app/scenario/schema/action_section.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

using namespace framsyn;
using namespace framsyn::app;
using Json = nlohmann::json;

namespace {

/// An engine with the shipped region, so few draws that a test takes no time.
Engine with_region() {
    Engine engine;
    namespace fs = std::filesystem;
    const fs::path root = fs::path(SCENARIOS) / "helse-nord";
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file()) continue;
        const std::string name = entry.path().lexically_relative(root).generic_string();
        engine.put(name, read_file(entry.path().string(), name));
    }
    engine.set("run.draws=8");
    engine.set("run.replications=4");
    return engine;
}

const char* const what_if = "schema = 1\nextends = \"baseline.toml\"\n[scenario]\nid = \"x\"\ntitle = \"X\"\n"
                            "[[action]]\nid = \"a\"\nkind = \"stay\"\nservice = \"phv-akutt\"\n"
                            "treated_at = \"region\"\npercent = -10\ndate = 2027-01-01\n";

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("A study joined of blocks that other engines made has the tables of one that was run as one") {
    Engine whole = with_region();
    whole.load("baseline.toml");
    whole.project(0, 0);
    whole.care(0, 0);
    Engine joint = with_region();
    joint.load("baseline.toml");
    for (const std::size_t first : {std::size_t{0}, std::size_t{4}}) {
        Engine other = with_region();
        other.load("baseline.toml");
        joint.take_draws(other.draws_block(first, 4));
    }
    for (const std::size_t first : {std::size_t{0}, std::size_t{2}}) {
        Engine other = with_region();
        other.load("baseline.toml");
        joint.take_care(other.care_block(first, 2));
    }
    joint.finish();
    const std::vector<std::string> names = lines_of(whole.table(""));
    CHECK(names == lines_of(joint.table("")));
    for (const std::string& name : names) {
        CAPTURE(name);
        CHECK(whole.table(name) == joint.table(name));
    }
}

TEST_CASE("A block that is cut or of another scenario is refused, wherever it is cut") {
    Engine engine = with_region();
    engine.load("baseline.toml");
    const std::string draws = engine.draws_block(0, 2);
    for (std::size_t cut = 0; cut < draws.size(); cut += 1 + draws.size() / 50) {
        CAPTURE(cut);
        CHECK_THROWS_AS(draws_from(draws.substr(0, cut)), study::UnfitBlock);
    }
    CHECK_THROWS_AS(draws_from(draws + "x"), study::UnfitBlock);
    CHECK_THROWS_AS(care_from(draws), study::UnfitBlock);
    Engine other = with_region();
    other.put("x.toml", what_if);
    other.load("x.toml");
    other.take_draws(draws);
    CHECK_THROWS_AS(other.finish(), study::UnfitBlock);
}

TEST_CASE("An answer has the differences that the comparison in the same draws has, of touched cells alone") {
    Engine engine = with_region();
    engine.put("x.toml", what_if);
    engine.load("baseline.toml");
    engine.hold(8);
    const Json answer = Json::parse(engine.ask("x.toml"));
    CHECK(answer["draws"] == 8);
    CHECK(answer["years"].front() == 2024);
    CHECK(answer["years"].back() == 2040);
    REQUIRE_FALSE(answer["cells"].empty());
    const std::vector<std::string> rows = lines_of(engine.table("comparison.csv"));
    for (const Json& cell : answer["cells"]) {
        // Acute stays touch acute wards and the group that they are a part of.
        CHECK((cell["service"] == "phv-akutt" || cell["service"] == "phv"));
        const std::string begins =
            "x," + cell["trust"].get<std::string>() + "," + cell["service"].get<std::string>() + ",2040,gap,beds,";
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&](const std::string& line) { return line.starts_with(begins); });
        REQUIRE(row != rows.end());
        CHECK(row->starts_with(begins + cell["measures"]["gap"]["base"].back().dump() + "," +
                               cell["measures"]["gap"]["alternative"].back().dump() + "," +
                               cell["measures"]["gap"]["difference"].back().dump() + ","));
        CHECK(cell["evidence"].size() == answer["years"].size());
    }
}

TEST_CASE("A base that is held for questions has the need and the gaps of a run in as many draws") {
    // The page holds these tables against hashes that the command made of such a run.
    Engine held = with_region();
    held.load("baseline.toml");
    held.hold(5);
    Engine run = with_region();
    run.load("baseline.toml");
    run.project(0, 5);
    for (const std::string name : {"need.csv", "gap.csv"}) CHECK(held.table(name) == run.table(name));
    run.project(0, 4);
    CHECK(held.table("gap.csv") != run.table("gap.csv"));
}

TEST_CASE("People that a what-if changes are drawn afresh") {
    Engine engine = with_region();
    engine.put("x.toml", "schema = 1\nextends = \"baseline.toml\"\n[demography]\nvariant = \"HHMH\"\n");
    engine.load("baseline.toml");
    engine.hold(8);
    const Json answer = Json::parse(engine.ask("x.toml"));
    CHECK(answer["cells"].size() > 20); // nearly all of them
}

TEST_CASE("What is refused is known by file, line and column, and the engine goes on") {
    Engine engine = with_region();
    std::string wrong = what_if;
    wrong.replace(wrong.find("-10"), 3, "-1000");
    engine.put("x.toml", wrong);
    engine.load("baseline.toml");
    engine.hold(8);
    try {
        engine.ask("x.toml");
        FAIL("it was taken");
    } catch (const BadInput& bad) {
        const Json problems = Json::parse(problems_json(bad.problems(), Language::nb));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0]["file"] == "x.toml");
        CHECK(problems[0]["line"] == 11);
        CHECK(problems[0]["column"] == 11);
        CHECK(problems[0]["message"].get<std::string>().find("-1000") != std::string::npos);
    }
    engine.put("x.toml", what_if);
    CHECK_FALSE(Json::parse(engine.ask("x.toml"))["cells"].empty());
}

TEST_CASE("What would take too many events or too much memory is refused with its place, asked as in full, and the "
          "engine goes on") {
    Engine engine = with_region();
    engine.load("baseline.toml");
    engine.hold(8);
    const std::string begins = "schema = 1\nextends = \"baseline.toml\"\n";
    struct Case {
        std::string text;
        int line;
        std::string words;
    };
    // A stay of a minute makes a thousand times the admissions of the same bed days.
    for (const Case& one :
         {Case{begins + "[[stay]]\nid = \"phv-akutt\"\nmean = \"0.01 days\"\n", 5, "opphold av denne lengden"},
          Case{begins + "[run]\ndraws = 2000000\n", 4, "2000000"},
          Case{begins + "[run]\ndraws = 1000000\n", 4, "GB minne; her er 4,3 GB"},
          Case{begins + "[run]\ndraws = 100000\nreplications = 200000\n", 5, "millioner hendelser"}}) {
        CAPTURE(one.text);
        engine.put("x.toml", one.text);
        const auto refused = [&](const auto& call) {
            try {
                call();
                FAIL("it was taken");
            } catch (const BadInput& bad) {
                const Json problems = Json::parse(problems_json(bad.problems(), Language::nb));
                REQUIRE(problems.size() >= 1);
                CHECK(problems[0]["file"] == "x.toml");
                CHECK(problems[0]["line"] == one.line);
                CHECK(problems[0]["message"].get<std::string>().find(one.words) != std::string::npos);
            }
        };
        refused([&] { engine.ask("x.toml"); });
        refused([&] {
            Engine other = with_region();
            other.clear_sets();
            other.put("x.toml", one.text);
            other.load("x.toml");
            other.afford();
        });
    }
    engine.put("x.toml", what_if);
    CHECK_FALSE(Json::parse(engine.ask("x.toml"))["cells"].empty());
}

TEST_CASE("Forms have every kind of action and every key of the schema, and a key that a kind takes is one of them") {
    const Json forms = Json::parse(Engine().forms());
    std::set<std::string> keys;
    for (const Json& key : forms["keys"]) keys.insert(key["name"]);
    CHECK(keys.size() == action_section().keys.size());
    CHECK(forms["kinds"].size() == study::action_kinds.size());
    for (const Json& kind : forms["kinds"]) {
        for (const char* list : {"needed", "may"}) {
            for (const Json& key : kind[list]) CHECK(keys.count(key) == 1);
        }
    }
}

TEST_CASE("Facts say of each unit what it has today, where that is from, and what is planned") {
    Engine engine = with_region();
    engine.load("baseline.toml");
    const Json facts = Json::parse(engine.facts());
    CHECK(facts["base_year"] == 2024);
    for (const Json& unit : facts["units"]) {
        CAPTURE(unit["id"].get<std::string>());
        CHECK(unit["beds_by_year"].size() == 17);
        CHECK_FALSE(unit["beds"]["source"].get<std::string>().empty());
    }
    CHECK_FALSE(facts["changes"].empty());
    CHECK_FALSE(facts["stocks"].empty());
}

TEST_CASE("The root of a chain is drawn as the scenario on top of it") {
    Engine engine = with_region();
    engine.put("x.toml", what_if);
    engine.load("x.toml");
    engine.load_root();
    const Json about = Json::parse(engine.about());
    CHECK(about["id"] == "helse-nord");
    CHECK(about["draws"] == 8);
    CHECK(about["replications"] == 4);
}
