// Every kind of mistake a planner can make gets one located message, and all of them come at once.
#include "app/scenario.hpp"
#include "scenario_copy.hpp"
#include "tests/catch.hpp"

#include <filesystem>

using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

bool ends_with(const std::string& text, const std::string& end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

} // namespace

TEST_CASE("the shipped scenarios are sound, and a copy of the folder alone is enough") {
    const Copy copy;
    for (const auto& entry : std::filesystem::directory_iterator(SCENARIOS "/helse-nord")) {
        if (entry.path().extension() == ".toml") CHECK(copy.problems(entry.path().filename().string()).empty());
    }
}

TEST_CASE("a missing file is named") {
    const Copy copy;
    CHECK(copy.problems("nowhere.toml") == std::vector<std::string>{"nowhere.toml: there is no such file"});
}

TEST_CASE("an unknown key is reported with the nearest one") {
    const Copy copy;
    copy.replace("baseline.toml", "capacity_from = 2023", "capacty_from = 2023");
    const auto problems = copy.problems();
    REQUIRE(problems.size() == 1);
    CHECK(ends_with(problems[0], "unknown key \"capacty_from\"; did you mean \"capacity_from\"?"));
}

TEST_CASE("a wrong unit, an impossible number and a wrong reference are all reported at once") {
    const Copy copy;
    copy.replace("baseline.toml", "mean = { value = \"12.7 days\"", "mean = { value = \"12.7 beds\"");
    copy.replace("baseline.toml", "utilisation = { value = 0.85", "utilisation = { value = 1.85");
    copy.replace("baseline.toml", "residence = \"unn\"", "residence = \"unnn\"");
    const auto problems = copy.problems();
    REQUIRE(problems.size() == 3);
    CHECK(ends_with(problems[0], "1.85 is impossible: expected 0.05–1 share"));
    CHECK(problems[1].find("did you mean \"unn\"?") != std::string::npos);
    CHECK(problems[2].find("found \"12.7 beds\"; expected a number with its unit") != std::string::npos);
}

TEST_CASE("a table with a hole, a repeated row, a text for a number and a wrong header are located") {
    SECTION("hole") {
        const Copy copy;
        copy.replace("tables/deaths.csv", "2000,female,7,", "2000,female,8,");
        const auto problems = copy.problems();
        REQUIRE(problems.size() == 2);
        CHECK(problems[0] == "tables/deaths.csv:8:1: deaths are missing for 2000, female, age 7");
        CHECK(problems[1] == "tables/deaths.csv:10:1: the row repeats an earlier one");
    }
    SECTION("hole in the population") {
        const Copy copy;
        copy.replace("tables/population.csv", "finnmark,2024,female,1,", "finnmark,2024,female,0,");
        CHECK(copy.problems() ==
              std::vector<std::string>{"tables/population.csv:3:22: age 0 stands in another row too"});
    }
    SECTION("an age that nobody counted") {
        const Copy copy;
        copy.replace("tables/population.csv", "finnmark,2024,female,1,", "finnmark,2025,female,1,");
        CHECK(copy.problems()[0] == "tables/population.csv:4:22: ages 1 to 1 are missing before this row");
    }
    SECTION("text") {
        const Copy copy;
        copy.replace("tables/population.csv", "finnmark,2024,female,0,", "finnmark,2024,female,0,many");
        CHECK(copy.problems()[0].find("tables/population.csv:2:24: persons: found \"many") == 0);
    }
    SECTION("negative") {
        const Copy copy;
        copy.replace("tables/deaths.csv", "2000,female,0,", "2000,female,0,-");
        CHECK(copy.problems()[0].find("tables/deaths.csv:2:15: deaths: -") == 0);
    }
    SECTION("header") {
        const Copy copy;
        copy.replace("tables/deaths.csv", "year,sex,age", "year;sex;age");
        CHECK(copy.problems() ==
              std::vector<std::string>{
                  "tables/deaths.csv:1:1: found the columns year;sex;age,deaths,person_years; expected "
                  "year,sex,age,deaths,person_years"});
    }
    SECTION("shares that do not sum to 1") {
        const Copy copy;
        copy.replace("tables/internal_destination.csv", "finnmark,female,0,17,0.", "finnmark,female,0,17,0.9");
        CHECK(copy.problems()[0].find("the shares for female, age 0 sum to") != std::string::npos);
    }
    SECTION("missing table") {
        const Copy copy;
        std::filesystem::remove(copy.file("tables/fertility.csv"));
        const auto problems = copy.problems();
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].find("there is no file \"tables/fertility.csv\"") != std::string::npos);
    }
}

TEST_CASE("units must add up to what was counted") {
    const Copy copy;
    copy.replace("baseline.toml", "beds = { value = 52, low = 45", "beds = { value = 53, low = 45");
    const auto problems = copy.problems();
    REQUIRE(problems.size() >= 3); // 2023, 2024 and 2025, and the building that now closes too few
    CHECK(problems[0].find("the units have 150 beds on 31 December 2023; counted are 149") != std::string::npos);
}

TEST_CASE("a what-if can't reach outside its folder, nor extend itself or a file that isn't there") {
    const Copy copy;
    copy.write("a.toml", "schema = 1\nextends = \"../baseline.toml\"\n");
    CHECK(copy.problems("a.toml")[0] == "a.toml:2:11: \"../baseline.toml\" is outside the scenario's folder");
    copy.write("b.toml", "schema = 1\nextends = \"b.toml\"\n");
    CHECK(copy.problems("b.toml")[0] == "b.toml: the file extends itself");
    copy.write("c.toml", "schema = 1\nextends = \"basline.toml\"\n");
    CHECK(copy.problems("c.toml")[0] == "c.toml:2:11: there is no \"basline.toml\"");
}

TEST_CASE("a repeated id and a forbidden id are reported where they stand") {
    const Copy copy;
    copy.append("baseline.toml", "\n[[elsewhere]]\nid = \"svalbard-2024\"\nyear = 2024\npersons = "
                                 "5\n\n[[elsewhere]]\nid = \"a.b\"\nyear = 2024\npersons = 5\n");
    const auto problems = copy.problems();
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].find("id \"svalbard-2024\" is used before in [[elsewhere]]") != std::string::npos);
    CHECK(problems[1].find("id \"a.b\" must not have dots") != std::string::npos);
}

TEST_CASE("a scenario's id names a folder and can't reach out of it") {
    const Copy copy;
    Overrides overrides;
    overrides.set = {"scenario.id=../../x"};
    CHECK(copy.problems("baseline.toml", overrides).at(0).find("must not have dots") != std::string::npos);
}

TEST_CASE("the same overrides are checked like the file") {
    const Copy copy;
    Overrides overrides;
    overrides.set = {"service.tsb.utilisation=2", "service.tsb.utilisaton=0.9", "nonsense"};
    const auto problems = copy.problems("baseline.toml", overrides);
    REQUIRE(problems.size() == 3);
    CHECK(problems[0] == "--set nonsense: expected list.id.key=value");
    CHECK(problems[1] == "--set service.tsb.utilisation: 2 is impossible: expected 0.05–1 share");
    CHECK(problems[2] == "--set service.tsb.utilisaton: unknown key \"utilisaton\"; did you mean \"utilisation\"?");
}

TEST_CASE("messages follow the language") {
    const Copy copy;
    try {
        read_scenario(copy.file("nowhere.toml"), {});
        FAIL("accepted");
    } catch (const BadInput& bad) {
        CHECK(ends_with(bad.problems().lines(Language::nb)[0], ": finner ikke filen"));
    }
}
