#include "models/demography/rates/life_table.hpp"
#include "tests/catch.hpp"
#include "tests/models/demography/norway_2023.hpp"
#include "tests/models/demography/refusal.hpp"

#include <limits>
#include <stdexcept>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

TEST_CASE("mean age at death in infancy follows the three segments of each sex") {
    // Andreev and Kingkade 2015, worked by hand; a bound belongs to the segment above it.
    CHECK(infant_a0(0.002, Sex::female) == Approx(0.14491946).epsilon(1e-12)); // 0.14903 − 2.05527 · 0.002
    CHECK(infant_a0(0.002, Sex::male) == Approx(0.1452991).epsilon(1e-12));    // 0.14929 − 1.99545 · 0.002
    CHECK(infant_a0(0.01724, Sex::female) == Approx(0.1135765436).epsilon(1e-9));
    CHECK(infant_a0(0.02300, Sex::male) == Approx(0.10330483).epsilon(1e-9));
    CHECK(infant_a0(0.02000, Sex::male) == Approx(0.10938100).epsilon(1e-9)); // still the first segment
    CHECK(infant_a0(0.03, Sex::female) == Approx(0.1630967).epsilon(1e-9));   // 0.04667 + 3.88089 · 0.03
    CHECK(infant_a0(0.03, Sex::male) == Approx(0.1261263).epsilon(1e-9));     // 0.02832 + 3.26021 · 0.03
    CHECK(infant_a0(0.06891, Sex::female) == 0.31411);
    CHECK(infant_a0(0.08, Sex::female) == 0.31411);
    CHECK(infant_a0(0.08307, Sex::male) == 0.29915);
}

TEST_CASE("life expectancy of Norway 2023 is the published one") {
    // Statistics Norway, life tables 2023: 81.39 (men), 84.63 (women).
    const AgeSexTable rates = norway_2023();
    CHECK(life_expectancy(rates.col(0), Sex::female) == Approx(84.63).margin(0.15));
    CHECK(life_expectancy(rates.col(1), Sex::male) == Approx(81.39).margin(0.15));
}

TEST_CASE("life expectancy by hand: nobody dies before the open class, or everybody at one age") {
    AgeVector rates = AgeVector::Zero(age_count);
    rates(oldest_age) = 0.5;
    CHECK(life_expectancy(rates, Sex::male) == Approx(107.0).epsilon(1e-14)); // 105 + 1 / 0.5
    rates(50) = 1.0;                                                          // q = 1 / 1.5: a third of them gets on
    CHECK(life_expectancy(rates, Sex::male) == Approx(50.0 + 2.0 / 3.0 + (54.0 + 2.0) / 3.0).epsilon(1e-14));
    rates(50) = 2.5; // more than everybody: 1 / m years are left
    CHECK(life_expectancy(rates, Sex::male) == Approx(50.4).epsilon(1e-14));
}

TEST_CASE("a life table is refused when rates are missing, negative, no numbers, or nobody ever dies") {
    AgeVector rates = AgeVector::Constant(age_count, 0.01);
    CHECK_THROWS_AS(life_expectancy(rates.head(100), Sex::female), std::invalid_argument);
    rates(40) = -0.01;
    CHECK(refuses_with("age 40", [&] { static_cast<void>(life_expectancy(rates, Sex::female)); }));
    rates(40) = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(life_expectancy(rates, Sex::female), std::invalid_argument);
    rates(40) = 0.01;
    rates(oldest_age) = 0.0;
    CHECK_THROWS_AS(life_expectancy(rates, Sex::female), std::invalid_argument);
    CHECK_THROWS_AS(newborn_survival(-0.1, Sex::male), std::invalid_argument);
}
