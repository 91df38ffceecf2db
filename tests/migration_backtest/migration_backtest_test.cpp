#include "tests/migration_backtest/scores.hpp"

#include "tests/catch.hpp"

using namespace framsyn::migration_backtest;
using framsyn::demography::age_count;
using framsyn::demography::Cohorts;
using framsyn::demography::NetMoves;

namespace {

/// One area whose women of 30 come in these numbers, year by year, and two men of 40 leave in each.
NetMoves moves_of(const std::vector<double>& women) {
    NetMoves moves;
    moves.first_year = 2000;
    for (const double each : women) {
        Cohorts& year = moves.persons.emplace_back(Cohorts::Zero(age_count, 2));
        year(30, 0) = each;
        year(40, 1) = -2.0;
    }
    return moves;
}

double women(const std::vector<double>& by_year, Method method) {
    return mean_net(moves_of(by_year), Cohorts::Ones(age_count, 2), method)(30, 0);
}

} // namespace

TEST_CASE("each averaging of yearly moves as by hand", "[migration]") {
    const std::vector<double> years{12.0, 0.0, 1.0, 5.0, 6.0, 12.0, 20.0};
    CHECK(women(years, all_years) == Approx(8.0)); // 56 / 7
    CHECK(women(years, last_3) == Approx(38.0 / 3.0));
    CHECK(women(years, last_5) == Approx(44.0 / 5.0));
    CHECK(women(years, last_10) == Approx(8.0)); // seven years are all there are
    CHECK(women(years, last_year) == 20.0);
    CHECK(women(years, nobody) == 0.0);
    CHECK(women(years, trimmed) == Approx(36.0 / 5.0)); // without 0 and 20
    CHECK(
        women({32.0, 0.0, 0.0, 0.0, 0.0, 64.0}, fading) ==
        Approx((32.0 * 0.5 + 64.0) / (0.5 + 0.574349177 + 0.659753955 + 0.757858283 + 0.870550563 + 1.0))); // 2^(−k/5)
    // The men's −2 a year stays under every averaging.
    CHECK(mean_net(moves_of(years), Cohorts::Ones(age_count, 2), trimmed)(40, 1) == Approx(-2.0));
}

TEST_CASE("a shrunk area goes half way to the country's net per person", "[migration]") {
    NetMoves moves;
    moves.persons = {Cohorts::Zero(age_count, 4)};
    moves.persons[0](30, 0) = 10.0; // of 100 women, and none of the other area's 300: 25 and 75 at the country's rate
    Cohorts persons = Cohorts::Zero(age_count, 4);
    persons(30, 0) = 100.0;
    persons(30, 2) = 300.0;
    const Cohorts net = mean_net(moves, persons, shrunk);
    CHECK(net(30, 0) == Approx(0.5 * (10.0 + 2.5)));
    CHECK(net(30, 2) == Approx(0.5 * 7.5));
}

TEST_CASE("the tables have the whole country twice, and official nets known beforehand", "[migration]") {
    const Data data = read_data(MIGRATION_BACKTEST_ROOT);
    CHECK(data.country.ids.size() == 16);
    CHECK(data.trusts.ids.size() == 21);
    // Statistics Norway, table 07459: Norway on 1 January 2024 and 2026, UNN 2026.
    CHECK(data.country.on_1_january(2024).sum() == 5550203.0);
    CHECK(data.country.on_1_january(2026).sum() == 5627400.0);
    CHECK(data.trusts.on_1_january(2026).sum() == 5627400.0);
    CHECK(data.country.on_1_january(2026).middleCols(2, 2).sum() == 196226.0);
    CHECK(official_net(data, 2025, 2025) == 29068.0); // vintage 2024
    CHECK(official_net(data, 2024, 2024) == 11208.0); // vintage 2022: that of 2024 starts with 2024 itself
}

TEST_CASE("deaths as they came and the observed moves would give the observed people", "[migration]") {
    // One year on, all that is off is the difference of the year's moves from the mean, and what is smoothed away.
    const Data data = read_data(MIGRATION_BACKTEST_ROOT);
    const std::vector<Cohorts> said = projected(data, data.country, 2024, last_year);
    REQUIRE(said.size() == 3);
    CHECK((said[0] == data.country.on_1_january(2024)).all());
    const double came = data.country.on_1_january(2025).bottomRows(age_count - 1).sum();
    CHECK(said[1].bottomRows(age_count - 1).sum() == Approx(came).epsilon(0.01));
}

TEST_CASE("means go over origins, then horizons, then areas, and a paired difference has both errors", "[migration]") {
    const auto at = [](std::size_t area, int origin, int horizon, double error) {
        return Scored{area, origin, horizon, {error, 0.0, 0.0, error}};
    };
    const std::vector<Scored> scores{at(0, 2020, 1, 1.0), at(0, 2021, 1, -3.0), at(0, 2020, 2, 6.0),
                                     at(1, 2020, 1, 0.0), at(1, 2021, 1, 0.0),  at(1, 2020, 2, 2.0)};
    CHECK(mean_of(scores, deciding) == Approx(0.5 * (0.5 * (2.0 + 6.0) + 0.5 * (0.0 + 2.0))));
    CHECK(mean_of(scores, signed_error(working_ages)) == Approx(0.5 * (0.5 * (-1.0 + 6.0) + 0.5 * 2.0)));
    std::vector<Scored> best = scores;
    for (Scored& each : best) each.error = {};
    const Behind less = behind(scores, best);
    CHECK(less.value == Approx(2.5));
    CHECK(less.error_of_areas == Approx(1.5));                       // 4 and 1: spread 3 / √2, over √2
    CHECK(less.error_of_origins == Approx(0.5 * (9.0 / 4.0 - 1.5))); // 9/4 and 3/2
    CHECK(less.error() == Approx(1.5));
}
