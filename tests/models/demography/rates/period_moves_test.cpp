#include "models/demography/rates/period_moves.hpp"
#include "tests/catch.hpp"
#include "tests/models/demography/refusal.hpp"

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

TEST_CASE("moves by age at a period's end are moved back to the years in which they can have been made, by hand") {
    AgeVector at_end = AgeVector::Zero(age_count);
    at_end(30) = 10.0; // 30 persons in three years: 10 a year, at 29, 28, 27 on 1 January
    at_end(1) = 4.0;  // 12 persons: born two years before the end, so 6 in that year as newborn, 6 in the last at age 0
    at_end(0) = -1.0; // 3 leave, all born in the last year
    const std::vector<MovesFromJanuary> moves = moves_from_age_at_end(at_end, 3);
    REQUIRE(moves.size() == 3);
    CHECK(moves[0].by_age(27) == Approx(10.0));
    CHECK(moves[1].by_age(28) == Approx(10.0));
    CHECK(moves[2].by_age(29) == Approx(10.0));
    CHECK(moves[0].newborn == 0.0);
    CHECK(moves[1].newborn == Approx(6.0));
    CHECK(moves[2].by_age(0) == Approx(6.0));
    CHECK(moves[2].newborn == Approx(-3.0));
    CHECK(moves[0].by_age.sum() == Approx(10.0));
    CHECK(moves[1].by_age.sum() == Approx(10.0));
    CHECK(moves[2].by_age.sum() == Approx(16.0));
}

TEST_CASE("a period's moves add up to its total whatever its length and signs") {
    for (int years = 1; years <= 120; years += 7) {
        AgeVector at_end(age_count);
        for (Eigen::Index age = 0; age < age_count; ++age)
            at_end(age) = static_cast<double>((age * 37 + years) % 23) - 9.0; // any numbers of both signs
        double sum = 0.0;
        for (const MovesFromJanuary& year : moves_from_age_at_end(at_end, years))
            sum += year.by_age.sum() + year.newborn;
        CHECK(sum == Approx(at_end.sum() * years));
    }
    CHECK(refuses_with("a year at least", [] { moves_from_age_at_end(AgeVector::Zero(age_count), 0); }));
    CHECK(refuses_with("106 single ages", [] { moves_from_age_at_end(AgeVector::Zero(5), 5); }));
}

TEST_CASE("a total has the ages of Rogers and Castro, nobody from 70, and its sum") {
    const AgeVector moves = net_migration_of_total(-250.0);
    CHECK(moves.sum() == Approx(-250.0));
    CHECK(moves.tail(age_count - 70).abs().maxCoeff() == 0.0);
    // 0.02 e^(−0.1 a) + 0.06 exp(−0.1 (a − 20) − e^(−0.4 (a − 20))) + 0.003 at 24 and at 50, which the taper doesn't reach:
    // .001814 + .06 exp(−.4 − .201897) + .003 = .037684; .000135 + .06 exp(−3 − .000006) + .003 = .006122.
    CHECK(moves(24) / moves(50) == Approx(0.037684 / 0.006122).epsilon(1e-3));
    Eigen::Index most = 0;
    moves.minCoeff(&most);
    CHECK(most == 23); // the peak is at 20 + ln(.4 / .1) / .4 = 23.5
}
