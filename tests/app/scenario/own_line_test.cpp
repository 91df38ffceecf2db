// What contradicts something is placed at the line, or the option, that the user wrote on top of what stood there.
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

Overrides set(const std::string& assignment) {
    Overrides overrides;
    overrides.set = {assignment};
    return overrides;
}

std::string complaint_of(const std::string& assignment) {
    return Copy().complaint(set(assignment));
}

std::string complaint_of_file(const std::string& lines) {
    Copy copy;
    copy.write("w.toml", "schema = 1\nextends = \"baseline.toml\"\n" + lines);
    const std::vector<std::string> problems = copy.problems("w.toml");
    return problems.empty() ? "" : problems.front();
}

bool begins(const std::string& text, const std::string& begin) {
    return text.rfind(begin, 0) == 0;
}

} // namespace

TEST_CASE("a flow that contradicts the count is placed at the --set that gave it") {
    const std::string message = complaint_of("flow.unn-phv-akutt-unn.level=0.6");
    CHECK(begins(message, "--set flow.unn-phv-akutt-unn.level: unn phv: the flows ([[flow]]) give "));
}

TEST_CASE("an interval that doesn't hold the value is placed at the --set of its end") {
    CHECK(complaint_of("flow.unn-phv-akutt-unn.level.low=9") ==
          "--set flow.unn-phv-akutt-unn.level.low: the interval 9–0.325532 doesn't hold the value 0.271276");
}

TEST_CASE("years and sizes that contradict each other are placed at the one that was said on top") {
    CHECK(complaint_of("time.capacity_from=2030") ==
          "--set time.capacity_from: capacity_from can't be after base_year");
    CHECK(begins(complaint_of("time.base_year=2041"), "--set time.base_year: "));
    CHECK(begins(complaint_of("run.draws=3"), "--set run.draws: replications must be even and at most 6 "));
    CHECK(begins(complaint_of("run.warm_up='18 months'"), "--set run.warm_up: warm_up must be whole years"));
    CHECK(begins(complaint_of("demography.mortality_to=2010"),
                 "--set demography.mortality_to: mortality can't be estimated from the table"));
    CHECK(begins(complaint_of_file("[run]\ndraws = 3\n"), "w.toml:4:1: replications must be even"));
}

TEST_CASE("draws and replications are named by the options that gave them") {
    Overrides overrides;
    overrides.draws = 3;
    CHECK(begins(Copy().complaint(overrides), "--draws: replications must be even and at most 6 "));
    overrides.draws = 0;
    CHECK(begins(Copy().complaint(overrides), "--draws: found 0; expected a whole number "));
    overrides.draws.reset();
    overrides.replications = 5;
    CHECK(begins(Copy().complaint(overrides), "--replications: replications must be even"));
}

TEST_CASE("a factor that another base year makes old is placed at that year") {
    Copy copy;
    copy.append("baseline.toml", "[[factor]]\nid = \"f\"\nname = \"f\"\nname_en = \"f\"\nservices = [\"tsb\"]\n"
                                 "effect = -0.1\nfrom_year = 2024\nfull_year = 2025\n");
    const std::vector<std::string> problems = copy.problems("baseline.toml", set("time.base_year=2025"));
    REQUIRE_FALSE(problems.empty());
    CHECK(begins(problems.front(), "--set time.base_year: full_year 2025 is not after the base year 2025"));
}

TEST_CASE("another entry in another file is named with that file") {
    const std::string message =
        complaint_of_file("[[stay]]\nid = \"again\"\nservice = \"dps\"\nmean = \"9 days\"\nshape = \"fixed\"\n");
    CHECK(message.find("(baseline.toml:") != std::string::npos);
}
