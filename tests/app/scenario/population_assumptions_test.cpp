// What of the projection's people is drawn, and net moves as totals or by age at a period's end, as scenarios give them.
#include "models/demography/project/project.hpp"
#include "models/study/draws/draw.hpp"
#include "models/study/draws/draw_sample.hpp"
#include "tests/app/scenario_copy.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace framsyn;
using namespace framsyn::app;
using namespace framsyn::demography;

namespace {

using Copy = framsyn::app::testing::ScenarioCopy;

PopulationPath main_path(const WrittenScenario& scenario) {
    return Projector(scenario.demography).project(unchanged_drivers(scenario.demography));
}

double persons_from(const PopulationPath& path, int year, Eigen::Index age) {
    return path.on_1_january(year).bottomRows(age_count - age).sum();
}

Overrides with(const std::string& setting) {
    return {{setting}, {}, {}};
}

/// Net moves of a projected year that a table gives, all ages, both sexes of the only area.
double net_in(const WrittenScenario& scenario, int year) {
    const auto t = static_cast<std::size_t>(year - scenario.demography.jump_off_year());
    const Migration& moves = scenario.demography.migration_in(t);
    return moves.net_persons.sum() + moves.newborn_net_persons.sum();
}

/// What the books of the main path say of the years from–to, the last not included.
double booked(const WrittenScenario& scenario, int from, int to) {
    const PopulationPath path = main_path(scenario);
    double sum = 0.0;
    for (int year = from; year < to; ++year) {
        const Components& c =
            path.components.at(static_cast<std::size_t>(year - scenario.demography.jump_off_year())).front();
        sum += c.immigration - c.emigration;
    }
    return sum;
}

const char* const moves_header = "trust,from_year,to_year,sex,age,persons_per_year\n";

} // namespace

TEST_CASE("the age at which mortality's decline begins to fade moves the oldest, and each draw has its own") {
    const Copy copy("helse-nord");
    const WrittenScenario scenario = copy.scenario();
    const PopulationPath as_it_is = main_path(scenario);
    const auto set_to = [&](const char* age) {
        return copy.scenario(with("demography.decline_full_to=" + std::string(age)));
    };
    const PopulationPath early = main_path(set_to("75")), late = main_path(set_to("100"));
    CHECK(persons_from(early, 2040, 90) < persons_from(as_it_is, 2040, 90));
    CHECK(persons_from(late, 2040, 90) > persons_from(as_it_is, 2040, 90));
    CHECK(persons_from(late, 2040, 90) < 1.15 * persons_from(early, 2040, 90));

    SECTION("a draw at an age has the people of a scenario that sets it, life expectancy kept") {
        for (const auto& [age, path] : {std::pair{75.0, &early}, std::pair{100.0, &late}}) {
            Drivers drivers = unchanged_drivers(scenario.demography);
            drivers.death_rates = death_rates_with_decline_to(scenario.demography, age);
            const PopulationPath drawn = Projector(scenario.demography).project(drivers);
            // Infant hazards are scaled, not computed anew: a few millionths of them.
            for (const Eigen::Index from : {0, 67, 90})
                CHECK(persons_from(drawn, 2041, from) == Approx(persons_from(*path, 2041, from)).epsilon(1e-7));
        }
    }
    SECTION("draws differ where it has an interval, and not where it has none") {
        const auto rates = [](const WrittenScenario& of, std::uint32_t k) {
            return study::drivers_of(of, of.demography, k).death_rates;
        };
        REQUIRE(rates(scenario, 0).size() == 15); // 2026–2040
        CHECK((rates(scenario, 0).back() != rates(scenario, 1).back()).any());
        CHECK(set_to("90").demography.other_decline.full_to.empty());
        CHECK(rates(set_to("90"), 0).empty());
    }
    SECTION("it alone makes people differ between draws, as demography's share") {
        WrittenScenario alone = scenario;
        alone.driver_spread = {};
        CHECK(study::has_spread(alone));
        CHECK_FALSE(study::has_spread([&] {
            WrittenScenario none = set_to("85");
            none.driver_spread = {};
            return none;
        }()));
        CHECK(study::group_of("demography.decline_full_to") == study::VarianceGroup::demography);
    }
}

TEST_CASE("an age of decline that isn't one is refused, and one beside given rates is remarked on") {
    const Copy nord("helse-nord");
    CHECK(nord.complaint(with("demography.decline_full_to=105")).find("decline_full_to") != std::string::npos);
    CHECK(nord.complaint(with("demography.decline_full_to=12")).find("60") != std::string::npos);
    Copy copy("eksempel-femaar");
    copy.replace("baseline.toml", "variant = \"MMMM\"", "variant = \"MMMM\"\ndecline_full_to = 90");
    const auto remarks = copy.scenario().remarks.lines(Language::en);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].find("decline_full_to has no effect beside the table death-rates") != std::string::npos);
}

TEST_CASE("net moves given as a total of a period are spread over ages and kept") {
    Copy copy("eksempel-femaar");
    copy.write("tables/net_migration.csv", std::string(moves_header) + "norge,2025,2030,both,all,12000\n" +
                                               "norge,2030,2051,female,all,-900\nnorge,2030,2051,male,all,2100.5\n");
    const WrittenScenario scenario = copy.scenario();
    CHECK(net_in(scenario, 2025) == Approx(12000.0));
    CHECK(net_in(scenario, 2029) == Approx(12000.0));
    CHECK(net_in(scenario, 2030) == Approx(1200.5));
    CHECK(net_in(scenario, 2049) == Approx(1200.5));
    const Migration& first = scenario.demography.migration_in(0);
    CHECK((first.net_persons.col(0) == first.net_persons.col(1)).all()); // half of each sex
    CHECK(first.net_persons(24, 0) > first.net_persons(50, 0));
    CHECK(first.net_persons(80, 0) == 0.0);
    CHECK(booked(scenario, 2025, 2030) == Approx(60000.0).epsilon(0.002)); // the 0.2 %
}

TEST_CASE("net moves by age at the period's end are the same persons, moved to the years before it") {
    Copy copy("eksempel-femaar");
    const WrittenScenario at_move = copy.scenario();
    copy.replace("baseline.toml", "variant = \"MMMM\"", "variant = \"MMMM\"\nnet_migration_ages = \"end-of-period\"");
    const WrittenScenario at_end = copy.scenario();
    for (const auto& [from, to] : {std::pair{2025, 2030}, std::pair{2035, 2040}, std::pair{2045, 2050}}) {
        double moved = 0.0, meant = 0.0;
        for (int year = from; year < to; ++year) {
            moved += net_in(at_end, year);
            meant += net_in(at_move, year);
        }
        CHECK(moved == Approx(meant));
        CHECK(booked(at_end, from, to) == Approx(meant).epsilon(0.002));
    }
    // Those of 30 on 1 January 2030 moved in 2025 at 25 on 1 January, in 2029 at 29, as many in each year.
    const auto women = [&](std::size_t t) { return at_end.demography.migration_in(t).net_persons.col(0); };
    CHECK(women(0)(25) == women(4)(29));
    CHECK(women(0)(25) != 0.0);
    CHECK(at_move.demography.migration_in(0).net_persons(25, 0) ==
          at_move.demography.migration_in(4).net_persons(25, 0));
    CHECK(persons_from(main_path(at_end), 2050, 0) == Approx(persons_from(main_path(at_move), 2050, 0)).epsilon(0.01));
}

TEST_CASE("what contradicts itself in net moves is told where it stands") {
    Copy copy("eksempel-femaar");
    const auto complaint = [&](const std::string& rows) {
        copy.write("tables/net_migration.csv", moves_header + rows);
        return copy.complaint();
    };
    CHECK(complaint("norge,2025,2051,both,5-9,3\nnorge,2025,2051,both,all,3\n") ==
          "tables/net_migration.csv:2:17: both can only stand where age is all; expected female or male for an age "
          "group");
    CHECK(complaint("norge,2025,2051,both,all,3\nnorge,2025,2051,female,all,3\n")
              .find("norge, female: several periods have the year 2025") != std::string::npos);
    CHECK(complaint("norge,2025,2051,both,all,3\nnorge,2025,2051,both,all,4\n").find("age 0 stands in another row") !=
          std::string::npos);
    CHECK(complaint("norge,2025,2040,both,all,3\n").find("no period has the year 2040") != std::string::npos);
    CHECK(complaint("norge,2025,2051,both,alle,3\n").find("tables/net_migration.csv:2:17:") == 0);
    Copy nord("helse-nord");
    nord.replace("baseline.toml", "variant = \"MMMM\"", "variant = \"MMMM\"\nnet_migration_ages = \"at-move\"");
    const auto remarks = nord.scenario().remarks.lines(Language::en);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].find("net_migration_ages has no effect without the table net-migration") != std::string::npos);
    nord.replace("baseline.toml", "\"at-move\"", "\"at-end\"");
    CHECK(nord.complaint().find("at-move") != std::string::npos);
}
