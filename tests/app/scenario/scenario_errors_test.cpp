// Every kind of mistake a planner can make gets one located message, and all of them come at once.
#include "models/study/scenario/scenario.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <tuple>

using namespace framsyn;
using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

bool ends_with(const std::string& text, const std::string& end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

} // namespace

TEST_CASE("the shipped scenarios are sound, and a copy of the folder alone is enough") {
    Copy copy;
    for (const auto& entry : std::filesystem::directory_iterator(SCENARIOS "/helse-nord")) {
        if (entry.path().extension() == ".toml") CHECK(copy.problems(entry.path().filename().string()).empty());
    }
}

TEST_CASE("a missing file is named") {
    Copy copy;
    CHECK(copy.problems("nowhere.toml") == std::vector<std::string>{"nowhere.toml: there is no such file"});
}

TEST_CASE("an unknown key is reported with the nearest one") {
    Copy copy;
    copy.replace("baseline.toml", "capacity_from = 2023", "capacty_from = 2023");
    const auto problems = copy.problems();
    REQUIRE(problems.size() == 1);
    CHECK(ends_with(problems[0], "unknown key \"capacty_from\"; did you mean \"capacity_from\"?"));
}

TEST_CASE("a wrong unit, an impossible number and a wrong reference are all reported at once") {
    Copy copy;
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
        Copy copy;
        copy.replace("tables/deaths.csv", "2000,female,7,", "2000,female,8,");
        const auto problems = copy.problems();
        REQUIRE(problems.size() == 2);
        CHECK(problems[0] == "tables/deaths.csv:8:1: deaths are missing for 2000, female, age 7");
        CHECK(problems[1] == "tables/deaths.csv:10:1: the row repeats an earlier one");
    }
    SECTION("hole in the population") {
        Copy copy;
        copy.replace("tables/population.csv", "finnmark,2024,female,1,", "finnmark,2024,female,0,");
        CHECK(copy.problems() ==
              std::vector<std::string>{"tables/population.csv:3:22: age 0 stands in another row too"});
    }
    SECTION("an age that nobody counted") {
        Copy copy;
        copy.replace("tables/population.csv", "finnmark,2024,female,1,", "finnmark,2025,female,1,");
        CHECK(copy.problems()[0] == "tables/population.csv:4:22: ages 1 to 1 are missing before this row");
    }
    SECTION("text") {
        Copy copy;
        copy.replace("tables/population.csv", "finnmark,2024,female,0,", "finnmark,2024,female,0,many");
        CHECK(copy.problems()[0].find("tables/population.csv:2:24: persons: found \"many") == 0);
    }
    SECTION("negative") {
        Copy copy;
        copy.replace("tables/deaths.csv", "2000,female,0,", "2000,female,0,-");
        CHECK(copy.problems()[0].find("tables/deaths.csv:2:15: deaths: -") == 0);
    }
    SECTION("header") {
        Copy copy;
        copy.replace("tables/deaths.csv", "year,sex,age", "year;sex;age");
        CHECK(copy.problems() ==
              std::vector<std::string>{
                  "tables/deaths.csv:1:1: found the columns year;sex;age,deaths,person_years; expected "
                  "year,sex,age,deaths,person_years"});
    }
    SECTION("shares that do not sum to 1") {
        Copy copy;
        copy.replace("tables/internal_destination.csv", "finnmark,female,0,17,0.", "finnmark,female,0,17,0.9");
        CHECK(copy.problems()[0].find("the shares for female, age 0 sum to") != std::string::npos);
    }
    SECTION("missing table") {
        Copy copy;
        copy.remove("tables/fertility.csv");
        const auto problems = copy.problems();
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].find("\"tables/fertility.csv\": there is no such file") != std::string::npos);
    }
}

TEST_CASE("units must add up to what was counted") {
    Copy copy;
    copy.replace("baseline.toml", "beds = { value = 52, low = 45", "beds = { value = 53, low = 45");
    const auto problems = copy.problems();
    REQUIRE(problems.size() >= 3); // 2023, 2024 and 2025, and the building that now closes too few
    CHECK(problems[0].find("the units have 150 beds on 31 December 2023; counted are 149") != std::string::npos);
}

TEST_CASE("a what-if can't reach outside its folder, nor extend itself or a file that isn't there") {
    Copy copy;
    copy.write("a.toml", "schema = 1\nextends = \"../baseline.toml\"\n");
    CHECK(copy.problems("a.toml")[0] == "a.toml:2:11: \"../baseline.toml\" is outside the scenario's folder");
    copy.write("b.toml", "schema = 1\nextends = \"b.toml\"\n");
    CHECK(copy.problems("b.toml")[0] == "b.toml: the file extends itself");
    copy.write("c.toml", "schema = 1\nextends = \"basline.toml\"\n");
    CHECK(copy.problems("c.toml")[0] == "c.toml:2:11: \"basline.toml\": there is no such file");
}

TEST_CASE("a repeated id and a forbidden id are reported where they stand") {
    Copy copy;
    copy.append("baseline.toml", "\n[[elsewhere]]\nid = \"svalbard-2024\"\nyear = 2030\npersons = "
                                 "5\n\n[[elsewhere]]\nid = \"a.b\"\nyear = 2031\npersons = 5\n");
    const auto problems = copy.problems();
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].find("id \"svalbard-2024\" is used before in [[elsewhere]]") != std::string::npos);
    CHECK(problems[1].find("an id can only have letters, digits, - and _; found \".\"") != std::string::npos);
}

TEST_CASE("a scenario's id names a folder and can't reach out of it") {
    Copy copy;
    Overrides overrides;
    overrides.set = {"scenario.id=../../x"};
    CHECK(copy.problems("baseline.toml", overrides).at(0).find("found \".\"") != std::string::npos);
}

TEST_CASE("the same overrides are checked like the file") {
    Copy copy;
    Overrides overrides;
    overrides.set = {"service.tsb.utilisation=2", "service.tsb.utilisaton=0.9", "nonsense"};
    const auto problems = copy.problems("baseline.toml", overrides);
    REQUIRE(problems.size() == 3);
    CHECK(problems[0] == "--set nonsense: expected list.id.key=value");
    CHECK(problems[1] == "--set service.tsb.utilisation: 2 is impossible: expected 0.05–1 share");
    CHECK(problems[2] == "--set service.tsb.utilisaton: unknown key \"utilisaton\"; did you mean \"utilisation\"?");
}

TEST_CASE("messages follow the language") {
    Copy copy;
    try {
        copy.scenario({}, "nowhere.toml");
        FAIL("accepted");
    } catch (const BadInput& bad) {
        CHECK(ends_with(bad.problems().lines(Language::nb)[0], ": finner ikke filen"));
    }
}

namespace {

const std::string what_if = "schema = 1\nextends = \"baseline.toml\"\n";

std::string new_change(const std::string& date, const std::string& id = "ny", const std::string& beds = "12",
                       const std::string& plan = "planned") {
    return "[[change]]\nid = \"" + id + "\"\nunit = \"unn-dps\"\ndate = " + date + "\nbeds = { value = " + beds +
           ", status = \"assumed\", source = \"x\" }\nplan = \"" + plan + "\"\nlabel = \"Ny\"\nlabel_en = \"New\"\n";
}

} // namespace

TEST_CASE("an id twice in a what-if is a mistake: merging would drop the first entry") {
    Copy copy;
    copy.write("e.toml", what_if + new_change("2028-06-01") + new_change("2029-06-01", "ny", "5"));
    CHECK(copy.problems("e.toml") ==
          std::vector<std::string>{"e.toml:12:6: id \"ny\" is used before in [[change]] (line 4)"});
}

TEST_CASE("a what-if that doesn't say what it is goes by its file's name, never by the other's") {
    Copy copy;
    copy.write("my idea.toml", what_if + new_change("2028-06-01"));
    const WrittenScenario base = copy.scenario();
    const WrittenScenario idea = copy.scenario({}, "my idea.toml");
    CHECK(idea.id == "my-idea");
    CHECK(idea.title.nb == base.title.nb + " (my-idea)");
    CHECK(idea.description.en == "Built on \"" + base.title.en + "\", with the differences that are listed.");
    copy.write("named.toml", what_if + "[scenario]\nid = \"own\"\ntitle = \"Min egen\"\n");
    const WrittenScenario named = copy.scenario({}, "named.toml");
    CHECK(named.id == "own");
    CHECK(named.title.nb == "Min egen");
    CHECK(named.title.en == "Min egen");
    CHECK(named.description.nb != base.description.nb);
}

TEST_CASE("what a run has otherwise than its base is listed, by file and by command line") {
    Copy copy;
    CHECK(copy.scenario().differences.empty());
    copy.write("e.toml", what_if + new_change("2028-06-01") + "[[change]]\nid = \"ronvik-2026\"\nremove = true\n" +
                             "[[service]]\nid = \"tsb\"\nutilisation = { value = 0.9, low = 0.8, high = 0.95, status = "
                             "\"assumed\", source = \"y\" }\n");
    Overrides overrides;
    overrides.set = {"demography.variant=HHMH"};
    const WrittenScenario scenario = copy.scenario(overrides, "e.toml");
    CHECK(scenario.compared_with == "baseline.toml");
    REQUIRE(scenario.differences.size() == 4);
    const auto& [variant, tsb, added, removed] =
        std::tie(scenario.differences[0], scenario.differences[1], scenario.differences[2], scenario.differences[3]);
    CHECK((variant.key == "demography.variant" && variant.before == "MMMM" && variant.after == "HHMH"));
    CHECK((tsb.key == "service.tsb.utilisation" && tsb.before == "0.85 (0.8–0.9)" && tsb.after == "0.9 (0.8–0.95)"));
    CHECK((added.key == "change.ny" && added.before.empty()));
    CHECK(added.after == "unit unn-dps, date 2028-06-01, beds 12, plan planned");
    CHECK((removed.key == "change.ronvik-2026" && removed.after.empty()));
}

TEST_CASE("a change that isn't counted is remarked on, and the run goes on") {
    Copy copy;
    copy.write("late.toml", what_if + new_change("2045-04-01"));
    copy.write("possible.toml", what_if + new_change("2030-04-01", "ny", "12", "possible"));
    CHECK(copy.scenario().remarks.empty());
    const auto late = copy.scenario({}, "late.toml").remarks.lines(Language::en);
    REQUIRE(late.size() == 1);
    CHECK(
        ends_with(late[0], "late.toml:3:1: \"ny\" is from 2045, after the run's last year (2040), and isn't counted"));
    const auto possible = copy.scenario({}, "possible.toml").remarks.lines(Language::en);
    REQUIRE(possible.size() == 1);
    CHECK(ends_with(possible[0], "\"ny\" is possible (plan = \"possible\") and isn't counted"));
}

TEST_CASE("a change in a counted year is the line to mend, not the count") {
    Copy copy;
    copy.write("e.toml", what_if + new_change("2024-06-01"));
    CHECK(copy.problems("e.toml") ==
          std::vector<std::string>{
              "e.toml:3:1: unn phv: the beds are counted up to 2025, so \"ny\" can be from 2026 on"});
}

TEST_CASE("a shock in an observed year, or after the last, is a mistake") {
    const auto shock = [](const std::string& years) {
        return what_if + "[[population_shock]]\nid = \"g\"\nname = \"g\"\nname_en = \"g\"\ntrust = \"finnmark\"\n" +
               years + "age_from = 20\nage_to = 40\npersons = { value = 400, status = \"assumed\", source = \"x\" }\n";
    };
    Copy copy;
    copy.write("early.toml", shock("from_year = 2025\nto_year = 2028\n"));
    copy.write("late.toml", shock("from_year = 2041\nto_year = 2042\n"));
    copy.write("first.toml", shock("from_year = 2026\nto_year = 2026\n"));
    CHECK(copy.problems("early.toml") ==
          std::vector<std::string>{"early.toml:3:1: 2025 is observed; a shock can be from 2026 on"});
    CHECK(copy.problems("late.toml") ==
          std::vector<std::string>{"late.toml:3:1: 2041 is after the run's last year (2040)"});
    CHECK(copy.problems("first.toml").empty());
}

TEST_CASE("a misspelt id is told by its nearest, in one line for all that is then missing") {
    Copy copy;
    copy.write("e.toml", what_if + "[[change]]\nid = \"ronvik-2062\"\ndate = 2033-01-01\n");
    CHECK(copy.problems("e.toml") ==
          std::vector<std::string>{"e.toml:3:1: change.ronvik-2062: unit, beds, plan, label are missing; no "
                                   "[[change]] has this name so far, did you mean \"ronvik-2026\"?"});
}

TEST_CASE("a table saved by a Norwegian spreadsheet is read as the same table") {
    Copy copy;
    const WrittenScenario before = copy.scenario();
    std::string text = copy.read("tables/population.csv");
    std::replace(text.begin(), text.end(), ',', ';');
    copy.write("tables/population.csv", "\xEF\xBB\xBF" + text);
    std::string rates = copy.read("tables/use_rates.csv");
    for (char& letter : rates) letter = letter == ',' ? ';' : letter == '.' ? ',' : letter;
    copy.write("tables/use_rates.csv", rates);
    const WrittenScenario after = copy.scenario();
    CHECK((after.population.observed.back() == before.population.observed.back()).all());
    REQUIRE(after.use_rates.size() == before.use_rates.size());
    for (std::size_t r = 0; r < before.use_rates.size(); ++r) CHECK((after.use_rates[r] == before.use_rates[r]).all());
    copy.write("tables/population.csv", "\xFF\xFEt");
    CHECK(
        copy.complaint() ==
        "tables/population.csv:1:1: the file is saved as UTF-16 (\"Unicode\"); save it again with the encoding UTF-8");
}

TEST_CASE("a text with a control character, or too long for charts and tables, is refused where it stands") {
    Copy copy;
    const auto problem = [&](const std::string& text) {
        copy.write("e.toml", what_if + text);
        const auto problems = copy.problems("e.toml");
        return problems.empty() ? std::string() : problems.front();
    };
    CHECK(problem("[region]\nname = \"Helse\\u0008Nord\"\n") ==
          "e.toml:4:8: the text has the character U+0008, which can't be shown: \"Helse\\u0008Nord\"");
    CHECK(problem("[region]\nname = \"a\\nb\"\n").find("the character U+000A") != std::string::npos);
    CHECK(problem("[region]\nname = \"a\\uFFFFb\"\n").find("the character U+FFFF") != std::string::npos);
    CHECK(problem("[region]\nname = \"" + std::string(201, 'n') + "\"\n") ==
          "e.toml:4:8: the text has 201 letters; at most 200");
    CHECK(problem("[region]\nname = \"" + std::string(200, 'n') + "\"\n").empty());
    CHECK(problem("[scenario]\ndescription = \"\"\"one\ntwo\"\"\"\n").empty());
    CHECK(problem("[scenario]\ndescription = \"" + std::string(20000, 'n') + "\"\n") ==
          "e.toml:4:15: the text has 20000 letters; at most 2000");
    const std::string service = "[[service]]\nid = \"tsb\"\nutilisation = { value = 0.9, source = ";
    CHECK(problem(service + "\"a\\u0007\" }\n").find("e.toml:5:39: the text has the character U+0007") == 0);
    CHECK(problem(service + "\"" + std::string(20000, 's') + "\" }\n") ==
          "e.toml:5:39: the text has 20000 letters; at most 2000");
}

TEST_CASE("a key, an id or a value of 20 000 letters is repeated in part") {
    Copy copy;
    const std::string letters(20000, 'x');
    const auto longest = [&](const std::string& text) {
        copy.write("e.toml", what_if + text);
        std::size_t most = 0;
        const auto problems = copy.problems("e.toml");
        CHECK_FALSE(problems.empty());
        for (const std::string& line : problems) most = std::max(most, line.size());
        return most;
    };
    CHECK(longest(letters + " = 1\n") < 200);
    CHECK(longest("[run]\n" + letters + " = 1\n") < 200);
    CHECK(longest("[run]\nseed = \"" + letters + "\"\n") < 200);
    CHECK(longest("[demography]\nvariant = \"" + letters.substr(0, 150) + "\"\n") < 300);
    CHECK(longest("[[unit]]\nid = \"" + letters + "\"\ntrust = \"" + letters + "\"\n") < 300);
    CHECK(longest("[[unit]]\nid = \"" + letters + "\"\nremove = true\n") < 300);
    CHECK(longest("[[table]]\nid = \"population\"\nfile = \"" + letters.substr(0, 190) + "\"\n") < 300);
    CHECK(longest("[[service]]\nid = \"tsb\"\nutilisation = { value = 1, " + letters + " = 2 }\n") < 200);
    CHECK(longest("[[unit]]\nid = \"a\"\n[[unit]]\nid = \"a\"\n[[" + letters + "]]\nid = \"b\"\n[[" + letters +
                  "]]\nid = \"b\"\n") < 300);
}

TEST_CASE("a table with thousands of mistakes says twenty of each kind and how many there are more") {
    Copy copy;
    std::string text = copy.read("tables/population.csv");
    for (std::size_t at = text.find(",male,"); at != std::string::npos; at = text.find(",male,", at))
        text[at + 1] = 'n';
    copy.write("tables/population.csv", text);
    const auto problems = copy.problems();
    REQUIRE(problems.size() == 21);
    // 4 trusts, 3 years, 106 ages
    CHECK(problems.back().find("tables/population.csv: 1252 more of the same kind as in line ") == 0);
}

TEST_CASE("a run-in in months is read as the docs say, and must be whole years") {
    Copy copy;
    copy.write("e.toml", what_if + "[run]\nwarm_up = \"12 months\"\n");
    CHECK(copy.problems("e.toml").empty());
    copy.write("e.toml", what_if + "[run]\nwarm_up = \"18 months\"\n");
    CHECK(copy.problems("e.toml").at(0).find("warm_up must be whole years") != std::string::npos);
}
