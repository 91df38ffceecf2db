// What is kept of many paths of a population, and the tables made of it.
#include "app/command/process/run_control.hpp"
#include "app/tables/population_tables.hpp"
#include "models/study/draws/draw.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <cmath>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::demography;
using namespace framsyn::study;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

/// A scenario of empty trusts, for tables that only need names and years.
Scenario named(const std::vector<std::string>& trusts, int base_year = 2024) {
    Scenario scenario;
    scenario.base_year = base_year;
    scenario.variant = "MMMM";
    for (const std::string& id : trusts) {
        TrustInfo trust;
        trust.id = id;
        scenario.trusts.push_back(trust);
    }
    return scenario;
}

/// A study that has a sample of people and nothing else.
Study study_with(const Scenario& scenario, const PopulationSample& sample) {
    DrawSample draws;
    draws.block = {0, sample.areas.front().draws()};
    draws.of = fingerprint(scenario);
    draws.population = sample;
    return study_of(scenario, draws, std::nullopt);
}

/// The last cell of each row of a table, by the other cells joined with commas.
std::map<std::string, std::string> cells(const TidyTable& table) {
    std::map<std::string, std::string> by_key;
    std::istringstream text(table.text());
    std::string line;
    std::getline(text, line);
    while (std::getline(text, line)) {
        const std::size_t comma = line.rfind(',');
        REQUIRE(by_key.emplace(line.substr(0, comma), line.substr(comma + 1)).second);
    }
    return by_key;
}

double number(const std::map<std::string, std::string>& table, const std::string& key) {
    INFO(key);
    REQUIRE(table.count(key) == 1);
    return std::stod(table.at(key));
}

/// One year in which each age has its own power of two of women (10^age would do as well if doubles held it).
PopulationPath one_year(const std::vector<std::pair<int, double>>& women, double men_of_40) {
    Cohorts persons = Cohorts::Zero(age_count, sex_count);
    for (const auto& [age, count] : women) persons(age, column(std::size_t{0}, Sex::female)) = count;
    persons(40, column(std::size_t{0}, Sex::male)) = men_of_40;
    return {2024, {persons}, {}};
}

} // namespace

TEST_CASE("every age lies in the groups its name says, at both ends of each") {
    // Powers of two: a sum tells which ages are in it.
    const std::vector<std::pair<int, double>> women{{0, 1},     {4, 2},     {5, 4},     {17, 8},     {18, 16},
                                                    {19, 32},   {66, 64},   {67, 128},  {79, 256},   {80, 512},
                                                    {89, 1024}, {90, 2048}, {99, 4096}, {100, 8192}, {105, 16384}};
    const Scenario a = named({"a"});
    PopulationSample sample{2024, {AreaSample(1, 1), AreaSample(1, 1)}};
    for (AreaSample& area : sample.areas) area.add(0, 0, one_year(women, 0.5));
    const auto table = cells(population_quantiles_table(study_with(a, sample), false));
    const auto group = [&](const std::string& name) { return number(table, "a,2024,female," + name + ",0.5"); };
    CHECK(group("0-4") == 1 + 2);
    CHECK(group("5-9") == 4);
    CHECK(group("15-19") == 8 + 16 + 32);
    CHECK(group("65-69") == 64 + 128);
    CHECK(group("75-79") == 256);
    CHECK(group("95-99") == 4096);
    CHECK(group("100+") == 8192 + 16384);
    CHECK(group("0-17") == 1 + 2 + 4 + 8);
    CHECK(group("18-66") == 16 + 32 + 64);
    CHECK(group("67-79") == 128 + 256);
    CHECK(group("80-89") == 512 + 1024);
    CHECK(group("90+") == 2048 + 4096 + 8192 + 16384);
    CHECK(group("67+") == 32767 - 127);
    CHECK(group("80+") == 32767 - 511);
    CHECK(group("all") == 32767);
    CHECK(number(table, "a,2024,male,all,0.5") == 0.5);
    CHECK(number(table, "a,2024,both,18-66,0.5") == 112.5);
    CHECK(number(table, "region,2024,both,all,0.975") == 32767.5);
}

TEST_CASE("a band of a sum is taken of sums: areas that go opposite ways have a region without a band") {
    const Scenario both = named({"a", "b"});
    PopulationSample sample{2024, {AreaSample(1, 101), AreaSample(1, 101), AreaSample(1, 101)}};
    for (std::size_t draw = 0; draw <= 100; ++draw) {
        const PopulationPath a = one_year({{30, 100.0 + static_cast<double>(draw)}}, 0.0);
        const PopulationPath b = one_year({{30, 200.0 - static_cast<double>(draw)}}, 0.0);
        sample.areas[0].add(draw, 0, a);
        sample.areas[1].add(draw, 0, b);
        sample.areas[2].add(draw, 0, a);
        sample.areas[2].add(draw, 0, b);
    }
    const auto table = cells(population_quantiles_table(study_with(both, sample), false));
    // 100, 101, …, 200: the tenth and ninetieth hundredth are 110 and 190.
    CHECK(number(table, "a,2024,both,all,0.1") == Approx(110.0).epsilon(1e-12));
    CHECK(number(table, "a,2024,both,all,0.9") == Approx(190.0).epsilon(1e-12));
    CHECK(number(table, "b,2024,both,all,0.1") == Approx(110.0).epsilon(1e-12));
    CHECK(number(table, "region,2024,both,all,0.025") == 300.0);
    CHECK(number(table, "region,2024,both,all,0.975") == 300.0);
}

TEST_CASE("old-age dependency and mean age are what one works out by hand, and empty where nobody lives") {
    // 30 aged 70 for each 60 aged 20 to 66 (20 of 20, 30 women and 10 men of 40): 50 per 100. The 19-year-old counts for
    // neither. Mean age, half a year into each: (1 · 19.5 + 20 · 20.5 + 40 · 40.5 + 30 · 70.5) / 91.
    const Scenario two = named({"a", "nobody"});
    PopulationSample sample{2024, {AreaSample(1, 1), AreaSample(1, 1), AreaSample(1, 1)}};
    const PopulationPath some = one_year({{19, 1}, {20, 20}, {40, 30}, {70, 30}}, 10.0);
    sample.areas[0].add(0, 0, some);
    sample.areas[2].add(0, 0, some);
    const auto table = cells(population_indicators_table(study_with(two, sample), false));
    CHECK(number(table, "a,2024,old_age_dependency,0.5") == Approx(50.0).epsilon(1e-14));
    CHECK(number(table, "a,2024,mean_age,0.5") ==
          Approx((19.5 + 20 * 20.5 + 40 * 40.5 + 30 * 70.5) / 91.0).epsilon(1e-14));
    CHECK(table.at("nobody,2024,old_age_dependency,0.5").empty());
    CHECK(table.at("nobody,2024,mean_age,0.5").empty());
}

TEST_CASE("the sample holds the paths one gets one by one, whatever the number of threads") {
    Copy copy("helse-nord");
    const WrittenScenario scenario = copy.scenario({{"run.draws=20"}, 40, {}});
    const Projector projector(scenario.demography);
    const Runner two_threads = parallel_runner({2, scenario.seed, nullptr, nullptr});
    const Study together = run_study(scenario, whole(scenario, Care::left_out), two_threads);
    const PopulationSample& sample = together.population_sample();
    REQUIRE(sample.areas.size() == scenario.trusts.size() + 1);
    const std::size_t last = sample.areas[0].years() - 1;
    for (std::uint32_t draw = 0; draw < 20; draw += 19) {
        const PopulationPath path = projector.project(drivers_of(scenario, scenario.demography, draw));
        for (std::size_t trust = 0; trust < scenario.trusts.size(); ++trust) {
            double sum = 0.0;
            for (std::size_t sex = 0; sex < 2; ++sex) {
                for (std::size_t g = 0; g < group_starts.size(); ++g)
                    sum += sample.areas[trust].persons(last, sex, g, draw);
            }
            CHECK(sum == Approx(persons_in_area(path.persons.back(), trust)).epsilon(1e-13));
        }
    }
    const Study alone = run_study(scenario, whole(scenario, Care::left_out));
    CHECK(population_quantiles_table(together, false).text() == population_quantiles_table(alone, false).text());
    // Draws differ, or there would be nothing to keep.
    CHECK(sample.areas[0].persons(last, 0, 0, 0) != sample.areas[0].persons(last, 0, 0, 19));
}

TEST_CASE("the components of the table add up to the change in the table of persons") {
    Copy copy("helse-nord");
    const WrittenScenario scenario = copy.scenario();
    const Study study = run_study(scenario, whole(scenario, Care::left_out));
    const auto components = cells(components_table(study, false));
    std::map<std::string, double> persons;
    for (const auto& [key, value] : cells(population_table(study, false))) {
        // variant,trust,year,sex,age
        const std::size_t sex = key.rfind(',', key.rfind(',') - 1);
        persons[key.substr(0, sex)] += std::stod(value);
    }
    for (const std::string trust : {"unn", "finnmark", "region"}) {
        for (int year = 2026; year < 2040; ++year) {
            const std::string here = "MMMM," + trust + "," + std::to_string(year);
            const auto of = [&](const std::string& name) { return number(components, here + "," + name); };
            const double booked = of("births") - of("deaths") + of("internal_in") - of("internal_out") +
                                  of("immigration") - of("emigration") + of("correction");
            const double change = persons.at("MMMM," + trust + "," + std::to_string(year + 1)) - persons.at(here);
            CHECK(std::abs(change - booked) < 1e-6);
        }
        CHECK(components.count("MMMM," + trust + ",2025,births") == 0); // observed: nothing is booked
    }
}
