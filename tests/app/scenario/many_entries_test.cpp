// Thousands of entries, and thousands of mistakes, are told of in the time that reading them takes.
#include "app/ground/hints.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <fmt/format.h>

#include <ctime>

using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

/// Processor seconds that it takes to complain of so many changes under names that nobody knows.
double seconds_of_mistakes(int count) {
    Copy copy;
    std::string text = "schema = 1\nextends = \"baseline.toml\"\n";
    for (int i = 0; i < count; ++i)
        text += fmt::format("[[change]]\nid = \"et-navn-av-vanlig-lengde-for-en-endring-{:05}\"\nbeds = 1\n", i);
    copy.write("many.toml", text);
    const std::clock_t begun = std::clock();
    CHECK_FALSE(copy.problems("many.toml").empty());
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

} // namespace

TEST_CASE("four times as many mistakes take no more than about four times as long to tell") {
    // Where every mistake is held against every name it is sixteen times.
    CHECK(seconds_of_mistakes(4000) < 9.0 * seconds_of_mistakes(1000));
}

TEST_CASE("the first fifty mistakes of a list get a hint, the others none") {
    Hints hints;
    for (int i = 0; i < 50; ++i) CHECK(hints.nearest("uunn", {"unn"}) == "unn");
    CHECK_FALSE(hints.any_left());
    CHECK(hints.nearest("uunn", {"unn"}).empty());
    CHECK(hints.did_you_mean("uunn", {"unn"}).en.empty());
}

TEST_CASE("a name that is near is found whichever way it is misspelt, and one that isn't is not") {
    const std::vector<std::string> names{"warm_up", "draws", "replications"};
    CHECK(nearest_name("replicatoins", names) == "replications"); // two letters swapped
    CHECK(nearest_name("Draws", names) == "draws");
    CHECK(nearest_name("warmup", names) == "warm_up");
    CHECK(nearest_name("repliations", names) == "replications");
    CHECK(nearest_name("seed", names).empty());
}

TEST_CASE("an entry that is taken out and one that is changed leave the others in their order") {
    Copy copy;
    copy.write("other.toml",
               "schema = 1\nextends = \"baseline.toml\"\n[[travel]]\nid = \"finnmark-unn\"\nremove = true\n"
               "[[statement]]\nid = \"region-places-2024\"\nyear = 2025\n"
               "[[statement]]\nid = \"region-places-2023\"\nremove = true\n");
    const auto before = copy.scenario();
    const auto after = copy.scenario({}, "other.toml");
    REQUIRE(after.statements.size() + 1 == before.statements.size());
    CHECK(after.statements.front().id == "region-places-2024");
    CHECK(after.statements.front().year == 2025);
    for (std::size_t i = 1; i < after.statements.size(); ++i)
        CHECK(after.statements[i].id == before.statements[i + 1].id);
    CHECK(after.travel.size() + 1 == before.travel.size());
}

TEST_CASE("where more than forty names would do, the first of them and their number are said") {
    Copy copy;
    std::string text = "schema = 1\nextends = \"baseline.toml\"\n[[stock]]\nid = \"x\"\nservice = \"zzzzzzzz\"\n";
    for (int i = 0; i < 60; ++i) text += fmt::format("[[group]]\nid = \"g{}\"\nparts = [\"tsb\"]\n", i);
    text += "[[count]]\nid = \"c\"\nservice = \"zzzzzzzz\"\n";
    copy.write("many.toml", text);
    bool said = false;
    for (const std::string& line : copy.problems("many.toml"))
        said = said || line.find(", … (70)") != std::string::npos;
    CHECK(said); // 9 services, 1 group of the baseline and 60 more
}
