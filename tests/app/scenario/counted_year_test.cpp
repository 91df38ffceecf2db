// The counted bed days of the base year hold, whatever flows say; what misses them is told where it was written.
#include "models/study/study.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <sstream>

using namespace framsyn;
using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

const std::string what_if = "schema = 1\nextends = \"baseline.toml\"\n";

/// The bed days that a trust gives in the base year, in every draw's mean.
double bed_days_2024(const WrittenScenario& scenario, const std::string& trust, const std::string& service) {
    const study::Study study = study::run_study(scenario, {{0, 2}, {}, study::People::left_out});
    for (const study::CellNeed& need : study.need()) {
        if (scenario.id_of(need.cell.trust) != trust || need.cell.service.id != service) continue;
        const std::vector<double> days = need.bed_days.draws_of(0);
        return 0.5 * (days[0] + days[1]);
    }
    return 0.0;
}

} // namespace

TEST_CASE("another count within a tenth of what flows give is another need, exactly") {
    Copy copy;
    // 3 291 counted (SSB 13942); 3 400 is 3.3 % more, and a plain number doesn't vary.
    copy.write("count.toml", what_if + "[[activity]]\nid = \"unn-phbu\"\nbed_days = 3400\n");
    CHECK(bed_days_2024(copy.scenario({}, "count.toml"), "unn", "phbu") == Approx(3400.0).epsilon(1e-12));
}

TEST_CASE("a count that flows miss by more is refused at the line that says it, with the factor") {
    Copy copy;
    copy.write("typing.toml", what_if + "[[activity]]\nid = \"unn-phv\"\nbed_days = 200000\n");
    const auto problems = copy.problems("typing.toml");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0] ==
          "typing.toml:5:12: unn phv: the flows ([[flow]]) give 49303 bed days in 2024, [[activity]] \"unn-phv\" says "
          "200000 (factor 4.06); they must agree within a tenth");
    CHECK(copy.problems("baseline.toml", {{"activity.unn-phv.bed_days=0"}, {}, {}}).at(0).find("factor 0)") !=
          std::string::npos);
}

TEST_CASE("a flow taken out or added so that the count is missed is refused at the user's line, not the baseline's") {
    Copy copy;
    copy.write("gone.toml", what_if + "[[flow]]\nid = \"unn-phv-akutt-unn\"\nremove = true\n");
    CHECK(copy.problems("gone.toml").at(0).rfind("gone.toml:3:1: unn phv: ", 0) == 0);
    copy.write("more.toml", what_if + "[[flow]]\nid = \"more\"\nresidence = \"nlsh\"\nservice = \"dps\"\n"
                                      "at = \"helgeland\"\nlevel = 0.5\n");
    CHECK(copy.problems("more.toml").at(0).rfind("more.toml:8:9: helgeland phv: ", 0) == 0);
}

TEST_CASE("beds without patients, and patients whose beds all close, are remarked on") {
    Copy copy;
    copy.write("new.toml",
               what_if + "[[unit]]\nid = \"new\"\ntrust = \"helgeland\"\nservice = \"phv-akutt\"\n"
                         "site = \"Mosjøen\"\nbeds = 6\n"
                         "[[activity]]\nid = \"new\"\ntrust = \"helgeland\"\nservice = \"phv-akutt\"\n"
                         "basis = \"rates\"\n[[activity]]\nid = \"old\"\ntrust = \"helgeland\"\n"
                         "service = \"dps\"\nbasis = \"rates\"\n[[count]]\nid = \"helgeland-phv-2023\"\nremove = true\n"
                         "[[count]]\nid = \"helgeland-phv-2024\"\nremove = true\n"
                         "[[count]]\nid = \"helgeland-phv-2025\"\nremove = true\n");
    copy.write("closed.toml", what_if + "[[change]]\nid = \"closed\"\nunit = \"unn-dps\"\ndate = 2030-01-01\n"
                                        "beds = -40\nplan = \"planned\"\nlabel = \"-40\"\nlabel_en = \"-40\"\n");
    const auto remarks = [&](const std::string& name) { return copy.scenario({}, name).remarks.lines(Language::en); };
    const auto closed = remarks("closed.toml");
    REQUIRE(closed.size() == 1);
    CHECK(closed[0] == "closed.toml:3:1: unn dps: no beds from 2030-01-01, but [[flow]] still sends patients there");
    const auto problems = copy.problems("new.toml");
    for (const std::string& problem : problems) INFO(problem);
    REQUIRE(problems.empty());
    const auto fresh = remarks("new.toml");
    REQUIRE(fresh.size() == 1);
    CHECK(fresh[0].find("helgeland phv-akutt: the unit has beds, but no [[flow]] sends patients there") !=
          std::string::npos);
}

namespace {

const std::string counted = "tables/counted_use.csv";

} // namespace

TEST_CASE("a table of counted years that can't be meant is told at its line") {
    struct Slip {
        std::string line, instead, told;
    };
    const std::string first = "unn-phv,2015,48236,43438.3,153,52110\n", base = "unn-phv,2024,49303,";
    for (const Slip& slip :
         {Slip{first, "unn-phw,2015,48236,43438.3,153,52110\n", "unn-phw"},
          Slip{first, first + first, "unn-phv: 2015 follows 2015; expected 2016 (each year once, in order)"},
          Slip{first, "unn-dps,2024,100,100,,\n" + first, "unn-dps: the [[activity]] has no counted bed days to hold"},
          Slip{first, "unn-phv,2015,0,43438.3,153,52110\n", "0"},
          Slip{base, "unn-phv,2024,49403,",
               "unn-phv: bed_days = 49303, but the table counted-use has 49403 in 2024"}}) {
        INFO(slip.instead);
        Copy copy;
        copy.replace(counted, slip.line, slip.instead);
        const std::vector<std::string> problems = copy.problems("baseline.toml");
        REQUIRE_FALSE(problems.empty());
        CHECK(problems.front().find(slip.told) != std::string::npos);
    }
}

TEST_CASE("counted years must hold the base year, and later use is a plain number whose interval is the level's") {
    Copy copy;
    const std::string text = copy.read(counted);
    std::string kept;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const bool late = line.rfind("unn-tsb,2024", 0) == 0 || line.rfind("unn-tsb,2025", 0) == 0;
        if (!late) kept += line + "\n";
    }
    copy.write(counted, kept);
    CHECK(
        copy.problems("baseline.toml").front().find("unn-tsb: 2015–2023, but the base year 2024 must be among them") !=
        std::string::npos);
    copy.write(counted, text);
    const WrittenScenario scenario = copy.scenario();
    const auto later = std::find_if(scenario.assumptions.begin(), scenario.assumptions.end(),
                                    [](const Quantity& one) { return one.address == "activity.unn-phv.later_use"; });
    REQUIRE(later != scenario.assumptions.end());
    CHECK(later->value == 1.0);
    CHECK(later->low == Approx(0.85).margin(0.005)); // ± 1.96 × 8.3 %: both models six years on
    CHECK(later->status == Status::derived);
    // The source is in the scenario's language; longest_lag is 6.
    CHECK(later->source == "95 % av bruksnivået 6 år etter den siste tellingen, etter [[use_level]] \"phv\"");
    copy.write("w.toml",
               what_if + "[[activity]]\nid = \"unn-phv\"\nlater_use = { value = 1, low = 0.9, high = 1.1 }\n");
    CHECK(copy.problems("w.toml").front().find("later_use can't have low and high") != std::string::npos);
    copy.write("w.toml", what_if + "[[activity]]\nid = \"unn-dps\"\nlater_use = 0.9\n");
    CHECK(copy.problems("w.toml").front().find("later_use is about bed days that were counted") != std::string::npos);
}

TEST_CASE("use per person that is a tenth less after the counted years is a tenth less need, and the counts stand") {
    Copy copy;
    copy.write("w.toml", what_if + "[[activity]]\nid = \"unn-tsb\"\nlater_use = 0.9\n");
    const auto days = [&](const std::string& file, std::size_t year) {
        const study::Study study = study::run_study(copy.scenario({}, file), {{0, 2}, {}, study::People::left_out});
        for (const study::CellNeed& need : study.need()) {
            const bool is_it = study.scenario().id_of(need.cell.trust) == "unn" && need.cell.service.id == "tsb";
            if (is_it) return need.bed_days.at(year, 0);
        }
        return 0.0;
    };
    CHECK(days("w.toml", 1) == Approx(14996.0)); // counted in 2025
    CHECK(days("w.toml", 6) == Approx(0.9 * days("baseline.toml", 6)));
}
