// What could be said twice is refused, ids tell things apart, and numbers and dates stand in their order.
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <algorithm>

using namespace framsyn;
using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

/// The messages about a what-if of these lines on the Helse Nord baseline, without the file's name.
std::vector<std::string> problems_of(const std::string& lines) {
    Copy copy;
    copy.write("w.toml", "schema = 1\nextends = \"baseline.toml\"\n" + lines);
    std::vector<std::string> problems = copy.problems("w.toml");
    for (std::string& problem : problems) {
        if (problem.rfind("w.toml:", 0) == 0) problem.erase(0, 7);
    }
    return problems;
}

std::string only_problem(const std::string& lines) {
    const std::vector<std::string> problems = problems_of(lines);
    for (const std::string& problem : problems) INFO(problem);
    CHECK(problems.size() == 1);
    return problems.empty() ? "" : problems.front();
}

} // namespace

TEST_CASE("two entries about one thing are refused in every list, at the later one") {
    const std::string utilisation =
        "[[utilisation]]\nid = \"u1\"\ntrust = \"unn\"\nservice = \"tsb\"\nutilisation = 0.5\n"
        "[[utilisation]]\nid = \"u2\"\ntrust = \"unn\"\nservice = \"tsb\"\nutilisation = 0.9\n";
    CHECK(only_problem(utilisation) ==
          "8:1: [[utilisation]] \"u1\" (line 3) has the same trust, service: \"unn\", \"tsb\"");
    CHECK(only_problem("[[stay]]\nid = \"again\"\nservice = \"dps\"\nmean = \"9 days\"\nshape = \"fixed\"\n")
              .find("has the same service, trust: \"dps\", ") != std::string::npos);
    CHECK(only_problem("[[fertility_level]]\nid = \"again\"\nyear = 2030\nchildren = 5\n")
              .find("[[fertility_level]] \"2030\"") != std::string::npos);
    CHECK(only_problem("[[travel]]\nid = \"again\"\nfrom = \"unn\"\nto = \"finnmark\"\nair = \"60 minutes\"\n")
              .find("the travel between unn and finnmark is given before") != std::string::npos);
    CHECK(only_problem("[[elsewhere]]\nid = \"again\"\nyear = 2024\npersons = 1\n").find("the same year: 2024") !=
          std::string::npos);
    CHECK(
        only_problem("[[overflow]]\nid = \"again\"\ntrust = \"unn\"\nservices = [\"intensiv-3\"]\norder = [\"nlsh\"]\n")
            .find("the same trust, services: \"unn\", \"intensiv-3\"") != std::string::npos);
}

TEST_CASE("a group's utilisation beside its part's is two answers to one question") {
    CHECK(only_problem("[[utilisation]]\nid = \"a\"\ntrust = \"unn\"\nservice = \"phv\"\nutilisation = 0.8\n"
                       "[[utilisation]]\nid = \"b\"\ntrust = \"unn\"\nservice = \"dps\"\nutilisation = 0.9\n")
              .find("dps at unn has a planned utilisation already (line 7)") != std::string::npos);
}

TEST_CASE("ids that share a column of the results tell things apart") {
    CHECK(only_problem("[[group]]\nid = \"dps\"\nname = \"a\"\nname_en = \"a\"\nparts = [\"dps\", \"tsb\"]\n") ==
          "4:6: \"dps\" is the id of a service already and stands in the same column");
    CHECK(only_problem("[[trust]]\nid = \"region\"\nname = \"a\"\nshort = \"a\"\n")
              .find("\"region\" is the id of a region already") != std::string::npos);
}

TEST_CASE("an id has letters of any language, digits, - and _, at most 64, and no name that a file system refuses") {
    const auto named = [](const std::string& id) { return problems_of("[scenario]\nid = \"" + id + "\"\n"); };
    for (const std::string good : {"åpen-dør_2030", "Sámi-Đ", "пример", "x"}) CHECK(named(good).empty());
    for (const std::string bad : {"a b", "a.b", "a/b", "a\\u0007", "a\\u200Bb", "a\\u2013b", "con", "LPT1", "a:b"}) {
        INFO(bad);
        CHECK(named(bad).size() == 1);
    }
    CHECK(named("").at(0).find("an id can't be empty") != std::string::npos);
    CHECK(named(std::string(64, 'a')).empty());
    CHECK(named(std::string(65, 'a')).at(0).find("the id has 65 letters; at most 64") != std::string::npos);
}

TEST_CASE("low, value and high that are keys of their own stand in their order") {
    const auto problems = problems_of("[[fertility_level]]\nid = \"2050\"\nchildren_low = 3\nchildren_high = 1\n");
    REQUIRE(problems.size() == 2);
    CHECK(problems[0] == "5:16: fertility_level.2050.children_low (3) is above fertility_level.2050.children (1.66)");
    CHECK(problems[1] == "6:17: fertility_level.2050.children (1.66) is above fertility_level.2050.children_high (1)");
    CHECK(only_problem("[demography]\ninternal_low = 1.5\ninternal_high = 1.1\n").find("is above") !=
          std::string::npos);
}

TEST_CASE("nobody has observed what is to come, what has passed is no plan, and no factor is over before it begins") {
    const auto change = [](const std::string& date, const std::string& plan) {
        return "[[change]]\nid = \"c\"\nunit = \"unn-dps\"\ndate = " + date + "\nbeds = 1\nplan = \"" + plan +
               "\"\nlabel = \"+1\"\nlabel_en = \"+1\"\n";
    };
    CHECK(only_problem(change("2031-01-01", "observed")).find("plan = \"observed\", but the date is after") !=
          std::string::npos);
    CHECK(only_problem("[[factor]]\nid = \"f\"\nname = \"a\"\nname_en = \"a\"\nservices = [\"dps\"]\neffect = -0.1\n"
                       "from_year = 2020\nfull_year = 2023\n")
              .find("full_year 2023 is not after the base year 2024") != std::string::npos);
    Copy copy;
    copy.replace("baseline.toml", "plan = \"observed\"", "plan = \"planned\"");
    const auto remarks = copy.scenario().remarks.lines(Language::en);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].find("if it was carried out, write observed") != std::string::npos);
}

TEST_CASE("a tolerated wait is for those who wait, and what was seen has two ends and one line a service") {
    CHECK(problems_of("[[service]]\nid = \"phv-akutt\"\ntolerated_wait = \"2 days\"\n")
              .at(0)
              .find("5:18: phv-akutt: tolerated_wait is about services whose patients wait") == 0);
    CHECK(problems_of("[[seen_occupancy]]\nid = \"barn\"\nservices = [\"phbu\"]\nshare = 0.7\n")
              .at(0)
              .find("6:9: barn: share must have low and high") == 0);
    CHECK(problems_of("[[seen_occupancy]]\nid = \"igjen\"\nservices = [\"dps\"]\n"
                      "share = { value = 0.7, low = 0.5, high = 0.9, status = \"assumed\", source = \"x\" }\n")
              .at(0)
              .find("6:9: dps stands in [[seen_occupancy]] \"voksne\" already") == 0);
}

TEST_CASE("the same patients follow one level of use") {
    CHECK(problems_of("[[use_level]]\nid = \"dps\"\nservice = \"dps\"\nreturning = 0.5\nspread = 0.1\nmemory = 0.5\n"
                      "walk = 0.1\nnoise = 0.1\ncommon = 0.3\nlongest_lag = 6\n")
              .at(0)
              .find("7:10: dps: the patients of dps follow the level of [[use_level]] \"phv\" already") == 0);
}

TEST_CASE("counted stays have an interval of days, one line a trust, and are held against the scenario's split") {
    const std::string entry = "[[seen_stays]]\nid = \"igjen\"\ntrust = \"unn\"\nservice = \"intensiv-3\"\nstays = 5\n";
    CHECK(problems_of("[[seen_stays]]\nid = \"unn-respirator\"\ndays_per_stay = 1\n")
              .at(0)
              .find("5:17: unn-respirator: days_per_stay must have low and high") == 0);
    CHECK(problems_of(entry +
                      "days_per_stay = { value = 1, low = 0.8, high = 1.25, status = \"assumed\", source = \"x\" }\n")
              .at(0)
              .find("7:9: intensiv-3 in unn stands in [[seen_stays]] \"unn-respirator\" already") == 0);
    // 80 stays of 604: at least 80 × .8 / (80 × .8 + 524 × 1.25) = 9 %, at most 80 × 1.25 / (80 × 1.25 + 524 × .8) = 19 %.
    Copy copy;
    copy.write("w.toml",
               "schema = 1\nextends = \"baseline.toml\"\n[[seen_stays]]\nid = \"unn-respirator\"\nstays = 80\n");
    const auto remarks = copy.scenario({}, "w.toml").remarks.lines(Language::en);
    const std::string said = "intensiv-3 in unn is 61 % of the region's bed days in 2024; counted stays in "
                             "[[seen_stays]] say between 9 and 19 %";
    for (const std::string& line : remarks) UNSCOPED_INFO(line);
    CHECK(std::any_of(remarks.begin(), remarks.end(),
                      [&](const std::string& line) { return line.find(said) != std::string::npos; }));
}

TEST_CASE("what the simulation would refuse is told by check, with its place") {
    CHECK(only_problem("[[stay]]\nid = \"dps\"\nshape = \"gamma\"\nspread = 0\n").rfind("6:10: spread", 0) == 0);
    CHECK(only_problem("[[service]]\nid = \"dps\"\ncell_time = \"1000 days\"\ncell_rate = \"1000 per day\"\n") ==
          "5:13: cell_time × cell_rate is 1e+06; at most 64");
    CHECK(only_problem(
              "[[overflow]]\nid = \"o\"\ntrust = \"finnmark\"\nservices = [\"dps\"]\norder = [\"finnmark\"]\n") ==
          "7:9: finnmark stands in its own order");
    CHECK(only_problem(
              "[[overflow]]\nid = \"o\"\ntrust = \"finnmark\"\nservices = [\"phv-akutt\"]\norder = [\"helgeland\"]\n")
              .find("helgeland has no unit for phv-akutt") != std::string::npos);
    CHECK(only_problem("[[service]]\nid = \"tsb\"\nwhen_full = [\"wait\", \"wait\"]\n").find("names a step twice") !=
          std::string::npos);
    CHECK(only_problem("[[stock]]\nid = \"s\"\nname = \"a\"\nname_en = \"a\"\nservice = \"dps\"\ntrust = \"unn\"\n"
                       "growth = \"-5 beds per year\"\n")
              .find("become fewer than none before 2040") != std::string::npos);
    CHECK(only_problem("[[unit]]\nid = \"u\"\ntrust = \"unn\"\nservice = \"intensiv-2\"\nsite = \"Tromsø\"\nbeds = 1\n")
              .find("[[unit]] \"unn-intensiv-2\"") != std::string::npos);
}

TEST_CASE("ids that differ in capitals only, and names that read the same, are refused") {
    CHECK(only_problem("[[unit]]\nid = \"UNN-dps\"\ntrust = \"unn\"\nservice = \"dps\"\nsite = \"x\"\nbeds = 1\n")
              .find("[[unit]] id \"UNN-dps\" can't be told from \"unn-dps\" (baseline.toml:") != std::string::npos);
    CHECK(only_problem("[[trust]]\nid = \"nlsh\"\nname = \"universitetssykehuset  nord-norge\"\n")
              .find("can't be told from") != std::string::npos);
}

TEST_CASE("a name of blanks or of what nobody sees is refused") {
    CHECK(only_problem("[[trust]]\nid = \"unn\"\nname = \"  \"\n") == "5:8: the text is only blanks");
    for (const char* letter : {"\u200B", "\u202E", "\u00AD", "\uFEFF"}) {
        CHECK(only_problem(std::string("[[trust]]\nid = \"unn\"\nname = \"U") + letter + "NN\"\n")
                  .find("which can't be shown") != std::string::npos);
    }
}

TEST_CASE("an entry that says the same as another in a list that adds is remarked on, once and with both") {
    Copy copy;
    const auto change = [](const std::string& id, const std::string& beds) {
        return "[[change]]\nid = \"" + id + "\"\nunit = \"unn-dps\"\nbeds = " + beds +
               "\ndate = 2031-01-01\nplan = \"planned\"\nlabel = \"x\"\nlabel_en = \"x\"\n";
    };
    copy.write("w.toml",
               "schema = 1\nextends = \"baseline.toml\"\n" + change("a", "2") + change("b", "2") + change("c", "3") +
                   "[[action]]\nid = \"d\"\nkind = \"open\"\nunit = \"unn-dps\"\nbeds = 2\n" +
                   "date = 2032-01-01\n[[action]]\nid = \"e\"\nkind = \"open\"\nunit = \"unn-dps\"\nbeds = 2.0\n" +
                   "date = 2032-01-01\n");
    const WrittenScenario scenario = copy.scenario({}, "w.toml");
    std::vector<std::string> copies;
    for (const std::string& remark : scenario.remarks.lines(Language::en)) {
        if (remark.find("says the same") != std::string::npos) copies.push_back(remark);
    }
    REQUIRE(copies.size() == 2);
    CHECK(copies[0] == "w.toml:11:1: [[change]] \"b\" says the same as \"a\" (line 3); both are counted");
    CHECK(copies[1] == "w.toml:33:1: [[action]] \"e\" says the same as \"d\" (line 27); both are counted");
}
