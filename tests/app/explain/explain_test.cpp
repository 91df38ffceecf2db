// What explain prints: where a number comes from, what differs between two scenarios, what is old.
#include "app/explain/explanation.hpp"
#include "app/explain/input_age.hpp"
#include "app/explain/layout.hpp"
#include "app/explain/two_scenarios.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <sstream>

using namespace framsyn;
using namespace framsyn::app;
using framsyn::app::testing::ScenarioCopy;

namespace {

constexpr std::size_t page = 100;

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string text_at(const WrittenScenario& scenario, const std::string& address, Language language = Language::nb) {
    return explanation_text(scenario, explained_inputs(scenario, address), language, page);
}

std::string complaint(const WrittenScenario& scenario, const std::string& address, Language language = Language::nb) {
    try {
        explained_inputs(scenario, address);
    } catch (const BadInput& bad) {
        return bad.problems().lines(language).front();
    }
    return "";
}

/// A small region with a what-if on top of it and another on top of that.
ScenarioCopy chain() {
    ScenarioCopy copy("mal");
    copy.write("middle.toml", "schema = 1\nextends = \"baseline.toml\"\n[[stay]]\nid = \"phv\"\n"
                              "mean = { value = \"17 days\", low = \"16 days\", high = \"19 days\", status = "
                              "\"published\", source = \"Register 2019\" }\n");
    copy.write("top.toml", "schema = 1\nextends = \"middle.toml\"\n[[change]]\nid = \"nytt-bygg\"\nbeds = 8\n"
                           "[[action]]\nid = \"stenger\"\nkind = \"close\"\nunit = \"sor-phv\"\nbeds = 4\n"
                           "date = 2030-01-01\n");
    return copy;
}

} // namespace

TEST_CASE("a number is told with interval, status, source, the file and line that set it, and what it feeds") {
    const ScenarioCopy copy = chain();
    Overrides overrides;
    overrides.set = {"service.phv.utilisation=0.9"};
    const WrittenScenario scenario = copy.scenario(overrides, "top.toml");
    CHECK(text_at(scenario, "stay.phv.mean") == "stay.phv.mean\n"
                                                "    verdi    17 døgn (95 %: 16 til 19)\n"
                                                "    status   publisert (lest ved kilden)\n"
                                                "    kilde    Register 2019\n"
                                                "    sted     middle.toml:5\n"
                                                "    brukes i simulering av pasienter, indikatorer\n"
                                                "    gjelder  alle helseforetak; Psykisk helsevern for voksne\n");
    CHECK(has(text_at(scenario, "change.nytt-bygg.beds"), "    verdi    8 senger\n"));
    CHECK(has(text_at(scenario, "change.nytt-bygg.beds"), "    sted     top.toml:5\n"));
    CHECK(has(text_at(scenario, "service.phv.utilisation"), "    sted     --set service.phv.utilisation\n"));
    CHECK(has(text_at(scenario, "stay.intensiv.mean"), "    sted     baseline.toml:"));
    CHECK(has(text_at(scenario, "unit.nord-phv.beds", Language::en),
              "    value    74 beds\n    status   observed (counted or reported by the body responsible)\n"
              "    source   Eksempel, talt 31. desember 2025\n"));
    CHECK(has(text_at(scenario, "action.stenger.beds"), "    gjelder  Sør; Psykisk helsevern for voksne\n"));
}

TEST_CASE("an address is one value, an entry, a list, or how addresses begin; without one every number and table") {
    const WrittenScenario scenario = chain().scenario({}, "top.toml");
    const auto addresses = [&](const std::string& address) {
        std::vector<std::string> found;
        for (const ExplainedInput& input : explained_inputs(scenario, address)) found.push_back(input.address);
        return found;
    };
    CHECK(addresses("stay.phv") ==
          std::vector<std::string>{"stay.phv.service", "stay.phv.mean", "stay.phv.shape", "stay.phv.spread"});
    CHECK(addresses("stay.ph") == addresses("stay.phv"));
    CHECK(addresses("stay").size() == 8);
    CHECK(addresses("run.draws") == std::vector<std::string>{"run.draws"});
    // An entry's own name goes before those that only begin so.
    CHECK(addresses("flow.sor-intensiv-nord.level") == std::vector<std::string>{"flow.sor-intensiv-nord.level"});
    CHECK(addresses("").size() == scenario.assumptions.size() + scenario.tables.size());
    const std::string csv = explanation_csv(explained_inputs(scenario, ""));
    CHECK(std::count(csv.begin(), csv.end(), '\n') ==
          static_cast<long>(1 + scenario.assumptions.size() + scenario.tables.size()));
    CHECK(has(csv, "\nstay.phv.mean,17,16,19,days,published,Register 2019,middle.toml,5,care indicators,,phv\n"));
}

TEST_CASE("an address that isn't there is told with the nearest that are") {
    const WrittenScenario scenario = ScenarioCopy().scenario();
    CHECK(complaint(scenario, "stay.phv-sykhus-unn.mean")
              .starts_with("stay.phv-sykhus-unn.mean: finnes ikke i scenariet; mente du stay.phv-sykehus-unn.mean, "));
    CHECK(complaint(scenario, "unn-dps", Language::en) ==
          "unn-dps: isn't in the scenario; did you mean unit.unn-dps, activity.unn-dps?");
    CHECK(complaint(scenario, "unn.dps") ==
          "unn.dps: finnes ikke i scenariet; mente du unit.unn-dps, activity.unn-dps?");
    CHECK(complaint(scenario, "stay.sykehus.mean") ==
          "stay.sykehus.mean: finnes ikke i scenariet; mente du stay.phv-sykehus-unn.mean, stay.phv-sykehus-nlsh.mean, "
          "stay.phv-sykehus-outside.mean?");
    CHECK(complaint(scenario, "service.dps.level") ==
          "service.dps.level: står ikke i scenariet; da gjelder det som scenario-format.md sier om nøkkelen");
    CHECK(complaint(scenario, "qqqqqqqq")
              .starts_with("qqqqqqqq: finnes ikke i scenariet; adresser begynner med activity, change"));
}

TEST_CASE("two scenarios differ value by value with both places, and by actions in words") {
    ScenarioCopy copy = chain();
    copy.replace("baseline.toml", "source = \"Planleggingsverdi\" }", "source = \"Board 2024\" }");
    const Asked base{"a/baseline.toml", ScenarioCopy("mal").scenario()};
    const Asked top{"b/top.toml", copy.scenario({}, "top.toml")};
    const std::string text = differences_text(base, top, Language::nb, page);
    CHECK(has(text,
              "    A a/baseline.toml: Min region: døgnplasser mot framskrevet behov 2025–2040\n    B b/top.toml: "));
    CHECK(has(text, "\nstay.phv.mean\n    A 18 days (15 days–21 days) [baseline.toml:"));
    CHECK(has(text, "\n    B 17 days (16 days–19 days) [middle.toml:5]\n"));
    CHECK(has(text, "\nchange.nytt-bygg.beds\n    A 6 [baseline.toml:"));
    CHECK(has(text, "]\n    B 8 [top.toml:5]\n"));
    CHECK(has(text,
              "\naction.stenger\n    A (finnes ikke)\n    B Stenger 4 plasser ved Sør, Psykisk helsevern for voksne "
              "(Sørby); pasientene blir der, fra 1.\n      januar 2030 [top.toml:6]\n"));
    CHECK(has(text, "\nservice.phv.utilisation (samme tall, annet grunnlag)\n    A assumed: Planleggingsverdi "));
    CHECK(has(differences_text(base, base, Language::nb, page), "Ingen forskjell."));
    CHECK(has(differences_csv(base, top), "\nchange.nytt-bygg.beds,6,8,baseline.toml,"));
    copy.replace("tables/use_rates.csv", "phv,female,18,29,330", "phv,female,18,29,331");
    const Asked other{"c.toml", copy.scenario()};
    CHECK(has(differences_text(base, other, Language::nb, page),
              "\ntable.use-rates\n      ulike linjer i tables/use_rates.csv og tables/use_rates.csv: 1; den første er "
              "linje 2\n"));
    // The other way round, what is taken away.
    CHECK(has(differences_text(top, base, Language::en, page), "\naction.stenger\n    A Closes 4 beds at Sør"));
}

TEST_CASE("inputs from before the newest counted year are listed, oldest first, by their source") {
    ScenarioCopy copy = chain();
    copy.append("baseline.toml", "\n[[count]]\nid = \"sor-phv-2026\"\ntrust = \"sor\"\nservice = \"phv\"\nyear = 2026\n"
                                 "beds = { value = 56, status = \"observed\", source = \"Counted\" }\n");
    const InputAges ages = ages_of(copy.scenario({}, "top.toml"));
    CHECK(ages.newest == 2026);
    std::vector<std::string> older;
    for (const AgedInput& input : ages.older) older.push_back(input.address);
    CHECK(older.front() == "stay.phv.mean");                                           // "Register 2019"
    CHECK(std::find(older.begin(), older.end(), "unit.nord-phv.beds") != older.end()); // "talt 31. desember 2025"
    // Its own count of 2026 replaces that of 2025; the others' counts of 2025 are the newest that they have.
    CHECK(std::find(older.begin(), older.end(), "count.sor-phv-2025.beds") == older.end());
    CHECK(std::find(older.begin(), older.end(), "count.nord-phv-2025.beds") != older.end());
    CHECK(std::find(older.begin(), older.end(), "table.population") != older.end()); // its column says 2025
    const std::string text = older_inputs_text(ages, Language::nb, page);
    CHECK(has(text, "Nyeste talte år er 2026."));
    CHECK(has(text, "\n2019\n    kilde    Register 2019\n    inndata  stay.phv.mean [middle.toml:5]\n"));
    CHECK(has(older_inputs_csv(ages), "stay.phv.mean,2019,Register 2019,middle.toml,5\n"));
    // Without a newer count nothing that is from 2025 is old.
    for (const AgedInput& input : ages_of(ScenarioCopy("mal").scenario()).older) CHECK(input.year < 2025);
}

TEST_CASE("a year in a source is four digits that are no part of a decimal number, by point or comma") {
    const auto year_of = [](const std::string& source) {
        ScenarioCopy copy("mal");
        copy.write("top.toml", "schema = 1\nextends = \"baseline.toml\"\n[[stay]]\nid = \"phv\"\nmean = { value = \"17 "
                               "days\", status = \"published\", source = \"" +
                                   source + "\" }\n");
        for (const AgedInput& input : ages_of(copy.scenario({}, "top.toml")).older) {
            if (input.address == "stay.phv.mean") return input.year;
        }
        return 0;
    };
    CHECK(year_of("Nivået fra før ganger 0,2013") == 0);
    CHECK(year_of("Nivået fra før ganger 0.2013") == 0);
    CHECK(year_of("1987,5 døgn, 2012.5 timer, 12 345 og 07459") == 0);
    CHECK(year_of("SSB 2014, 1,2019 ganger flere") == 2014);
    CHECK(year_of("2014,2015") == 2015);
    CHECK(year_of("2014–2016, snitt 1,5") == 2016);
    CHECK(year_of("talt 31. desember 2017.") == 2017);
    CHECK(year_of("SSB 2018,") == 2018);
}

TEST_CASE("text is broken between words at the width, and stands in its column") {
    CHECK(labelled("ab", 4, "én to tre fire", 16) == "    ab   én to\n         tre\n         fire\n");
    CHECK(labelled("ab", 4, "etlangtordsomikkeharplass to", 16) == "    ab   etlangtordsomikkeharplass\n         to\n");
}

TEST_CASE("a unit that an action opens is explained by that action") {
    ScenarioCopy copy("mal");
    copy.write("new.toml", "schema = 1\nextends = \"baseline.toml\"\n[[action]]\nid = \"apner\"\nkind = \"open\"\n"
                           "new_unit = \"sor-post\"\ntrust = \"sor\"\nsite = \"Sør\"\nservice = \"phv\"\nbeds = 5\n"
                           "date = 2030-01-01\n");
    const WrittenScenario scenario = copy.scenario({}, "new.toml");
    for (const char* address : {"unit.sor-post", "unit.sor-post.beds", "sor-post"}) {
        const std::string text = text_at(scenario, address);
        CHECK(text.starts_with("action.apner.kind\n"));
        CHECK(has(text, "action.apner.beds\n    verdi    5"));
    }
    CHECK(has(complaint(scenario, "unit.sor-pst"), "finnes ikke i scenariet"));
}
