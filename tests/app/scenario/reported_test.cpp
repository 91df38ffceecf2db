// What stands beside the results in the annual report: the region's own model, published projections and staff years per bed.
#include "models/study/study.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::app;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

std::vector<std::string> problems_of(const std::string& text) {
    Copy copy;
    copy.write("what-if.toml", "schema = 1\nextends = \"baseline.toml\"\n" + text);
    return copy.problems("what-if.toml");
}

std::string model(const std::string& trust, const std::string& service, const std::string& year) {
    return "[[region_model]]\nid = \"m\"\ntrust = \"" + trust + "\"\nservice = \"" + service + "\"\nyear = " + year +
           "\nbeds = 150\n";
}

std::string staff(const std::string& id, const std::string& service, const std::string& name) {
    return "[[staffing]]\nid = \"" + id + "\"\nservices = [\"" + service + "\"]\nrole = \"ward-staff\"\nname = \"" +
           name + "\"\nname_en = \"Staff of the ward, all professions\"\nper_bed = 2\n";
}

} // namespace

TEST_CASE("the region's own model may speak of a trust or the region, a service or a group, in a projected year") {
    CHECK(problems_of(model("unn", "phv", "2035")).empty());
    CHECK(problems_of(model("region", "tsb", "2040")).empty());
    CHECK(problems_of(model("unn", "phv", "2041")).at(0) ==
          "what-if.toml:7:8: m: 2041 is outside the projected years; expected 2024 to 2040");
    CHECK(problems_of(model("helgeland", "sikkerhet-lokal", "2035")).at(0) ==
          "what-if.toml:8:8: m: helgeland has no sikkerhet-lokal in the scenario, so there is nothing to compare with");
    CHECK(problems_of(model("unnn", "phv", "2035")).at(0).find("unn") != std::string::npos);
}

TEST_CASE("a trust, service and year have one figure of the region's own model") {
    std::string again = model("unn", "phv", "2035");
    again.replace(again.find("\"m\""), 3, "\"n\"");
    CHECK_FALSE(problems_of(model("unn", "phv", "2035") + again).empty());
}

TEST_CASE("a published projection ends in a projected year after it starts, and is of somebody's patients") {
    const auto published = [](const std::string& trust, const std::string& service, const std::string& years) {
        return "[[published_projection]]\nid = \"p\"\ntrust = \"" + trust + "\"\nservice = \"" + service + "\"\n" +
               years + "\nchange = 0.2\n";
    };
    CHECK(problems_of(published("nlsh", "somatikk", "since = 2022\nyear = 2035")).empty());
    CHECK(problems_of(published("region", "phv", "since = 2030\nyear = 2040")).empty());
    CHECK(problems_of(published("unn", "phv", "since = 2022\nyear = 2024")).at(0) ==
          "what-if.toml:8:8: p: 2024 is outside the projected years; expected 2025 to 2040");
    CHECK(problems_of(published("helgeland", "sikkerhet-lokal", "since = 2022\nyear = 2040"))
              .at(0)
              .find("nothing to compare") != std::string::npos);
    CHECK_FALSE(problems_of(published("unn", "somatikk", "since = 2022\nyear = 2040")).empty()); // said twice
}

TEST_CASE("a role stands once for a service and has one name") {
    CHECK(problems_of(staff("a", "dps", "Årsverk på posten, alle yrker")).at(0) ==
          "what-if.toml:6:8: dps has ward-staff in [[staffing]] \"dps-ward\" already");
    const std::vector<std::string> named = problems_of(staff("a", "somatikk", "Pleiere"));
    REQUIRE(named.size() == 1);
    CHECK(named[0].find("what-if.toml:6:8: a: the role ward-staff is called") == 0);
    CHECK(problems_of(staff("a", "somatikk", "Årsverk på posten, alle yrker")).empty());
}

TEST_CASE("neither moves need, in any draw") {
    Copy copy;
    copy.write("beside.toml",
               "schema = 1\nextends = \"baseline.toml\"\n" + model("unn", "phv", "2035") +
                   "[[staffing]]\nid = \"dps-ward\"\nper_bed = { value = 9, low = 1, high = 20, status = \"assumed\", "
                   "source = \"x\" }\n");
    const Overrides few{{"run.draws=4"}, 4, {}};
    const WrittenScenario before = copy.scenario(few), beside = copy.scenario(few, "beside.toml");
    const study::Study a = study::run_study(before, {{0, 4}, {}, study::People::left_out});
    const study::Study b = study::run_study(beside, {{0, 4}, {}, study::People::left_out});
    REQUIRE(a.need().size() == b.need().size());
    for (std::size_t c = 0; c < a.need().size(); ++c)
        CHECK(a.need()[c].beds_at_utilisation.draws_of(16) == b.need()[c].beds_at_utilisation.draws_of(16));
}
