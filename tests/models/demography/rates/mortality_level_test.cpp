#include "models/demography/rates/life_table.hpp"
#include "models/demography/rates/mortality_level.hpp"
#include "tests/catch.hpp"
#include "tests/models/demography/norway_2023.hpp"
#include "tests/models/demography/refusal.hpp"

#include <cmath>
#include <stdexcept>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

/// Norway 2023 with 2 % (women) and 3 % (men) a year below 85, less and less to 105.
MortalityTrend trend() {
    MortalityTrend trend{norway_2023(), AgeSexTable(age_count, 2), 2023.5};
    for (Eigen::Index age = 0; age < age_count; ++age) {
        const double taper = age < 85 ? 1.0 : static_cast<double>(oldest_age - age) / 20.0;
        trend.annual_decline(age, 0) = 0.02 * taper;
        trend.annual_decline(age, 1) = 0.03 * taper;
    }
    return trend;
}

} // namespace

TEST_CASE(
    "a level is years of decline: none leaves the base period's rates, ten years take ten times the decline off") {
    const AgeSexTable base = rates_at_level(trend(), 0.0);
    CHECK((base == norway_2023()).all());
    const AgeSexTable later = rates_at_level(trend(), 10.0);
    CHECK(later(60, 0) == Approx(norway_2023()(60, 0) * std::exp(-0.2)).epsilon(1e-14));
    CHECK(later(95, 1) == Approx(norway_2023()(95, 1) * std::exp(-0.15)).epsilon(1e-14));
    CHECK(later(105, 1) == norway_2023()(105, 1));
}

TEST_CASE("levels solved for targets give the targets back and run straight between them") {
    const MortalityTrend known = trend();
    const std::vector<double> levels = scale_to_life_expectancy(known, {{2030, 84.3}, {2050, 87.4}}, 2024, 2060);
    REQUIRE(levels.size() == 37);
    CHECK(mean_life_expectancy(known, levels[6]) == Approx(84.3).margin(1e-9));
    CHECK(mean_life_expectancy(known, levels[26]) == Approx(87.4).margin(1e-9));
    CHECK(levels[0] == Approx(levels[6] / 7.0).epsilon(1e-12)); // a seventh of the way from 2023.5 to 2030.5
    CHECK(levels[16] == Approx(0.5 * (levels[6] + levels[26])).epsilon(1e-12));
    const double slope = (levels[26] - levels[6]) / 20.0;
    CHECK(levels[36] == Approx(levels[26] + 10.0 * slope).epsilon(1e-12));
}

TEST_CASE("targets that the plain trend meets anyway give the plain trend") {
    const MortalityTrend known = trend();
    const std::vector<LifeExpectancyTarget> targets{{2035, mean_life_expectancy(known, 12.0)},
                                                    {2040, mean_life_expectancy(known, 17.0)}};
    const std::vector<double> levels = scale_to_life_expectancy(known, targets, 2024, 2050);
    for (std::size_t t = 0; t < levels.size(); ++t)
        CHECK(levels[t] == Approx(1.0 + static_cast<double>(t)).margin(1e-8));
}

TEST_CASE("a life expectancy below the base period's has a level below 0") {
    CHECK(level_of_life_expectancy(trend(), 80.0) < 0.0);
    CHECK(mean_life_expectancy(trend(), level_of_life_expectancy(trend(), 80.0)) == Approx(80.0).margin(1e-9));
}

TEST_CASE("targets out of reach, out of order or absent are refused with the year") {
    CHECK(refuses_with("2050: A life expectancy of 150",
                       [] { scale_to_life_expectancy(trend(), {{2050, 150.0}}, 2024, 2050); }));
    CHECK_THROWS_AS(scale_to_life_expectancy(trend(), {}, 2024, 2050), std::invalid_argument);
    CHECK_THROWS_AS(scale_to_life_expectancy(trend(), {{2040, 85.0}, {2030, 86.0}}, 2024, 2050), std::invalid_argument);
    CHECK_THROWS_AS(scale_to_life_expectancy(trend(), {{2023, 85.0}}, 2024, 2050), std::invalid_argument);
    MortalityTrend still = trend();
    still.annual_decline.setZero();
    CHECK(refuses_with("reached", [&] { static_cast<void>(level_of_life_expectancy(still, 84.0)); }));
    still.annual_decline(3, 1) = -0.01;
    CHECK(refuses_with("age 3", [&] { static_cast<void>(level_of_life_expectancy(still, 84.0)); }));
}
