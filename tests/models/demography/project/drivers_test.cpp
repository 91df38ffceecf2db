#include "tests/catch.hpp"
#include "tests/models/demography/small_country.hpp"

#include <cmath>
#include <stdexcept>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

DriverSpread usual() {
    DriverSpread spread;
    spread.fertility_step = 0.05;
    spread.mortality_step = 0.02;
    spread.immigration_sd = 0.13;
    spread.immigration_area_sd = 0.08;
    spread.immigration_memory = 0.5;
    return spread;
}

const DriverSpread spread = usual();

} // namespace

TEST_CASE("a path is a function of seed and number alone, and different numbers differ") {
    const Inputs inputs = still_country(2).inputs;
    const Drivers a = draw_drivers(inputs, spread, 7, 3);
    const Drivers b = draw_drivers(inputs, spread, 7, 3);
    const Drivers c = draw_drivers(inputs, spread, 7, 4);
    CHECK(a.fertility == b.fertility);
    CHECK((a.immigration == b.immigration).all());
    CHECK(a.fertility != c.fertility);
}

TEST_CASE("an area's own arrivals do not depend on which other areas there are") {
    const Drivers two = draw_drivers(still_country(2).inputs, spread, 7, 3);
    const Drivers five = draw_drivers(still_country(5).inputs, spread, 7, 3);
    CHECK((two.immigration.col(1) == five.immigration.col(1)).all());
}

TEST_CASE(
    "death rates of another decline lie in a straight line between the ages that are known, and stop at their ends") {
    Inputs inputs = still_country(1, 2020, 2021).inputs;
    CHECK(death_rates_with_decline_to(inputs, 90.0).empty());
    inputs.other_decline.full_to = {80.0, 85.0, 95.0};
    for (const double factor : {1.2, 1.0, 0.8})
        inputs.other_decline.factor.push_back({AgeSexTable::Constant(age_count, 2, factor)});
    const auto at = [&](double age) { return death_rates_with_decline_to(inputs, age).front()(100, 1); };
    CHECK(at(85.0) == 1.0);
    CHECK(at(81.0) == Approx(1.16));
    CHECK(at(90.0) == Approx(0.9));
    CHECK(at(60.0) == 1.2);
    CHECK(at(104.0) == 0.8);
}

TEST_CASE("factors on death rates give the people that the rates times the factors give") {
    const Inputs inputs = busy_country(2).resolved();
    Drivers drivers = unchanged_drivers(inputs);
    Inputs changed = inputs;
    for (std::size_t t = 0; t < inputs.death_rates.size(); ++t) {
        AgeSexTable factor = AgeSexTable::Ones(age_count, 2);
        for (Eigen::Index age = 60; age < age_count; ++age) {
            factor(age, 0) = 1.0 + 0.001 * static_cast<double>(age);
            factor(age, 1) = 1.0 - 0.002 * static_cast<double>(age);
        }
        drivers.death_rates.push_back(factor);
        for (Eigen::Index col = 0; col < changed.death_rates[t].rates.cols(); ++col)
            changed.death_rates[t].rates.col(col) *= factor.col(col % sex_count);
    }
    const PopulationPath a = Projector(inputs).project(drivers);
    const PopulationPath b = Projector(changed).project(unchanged_drivers(changed));
    CHECK((a.persons.back() == b.persons.back()).all());
    CHECK((a.persons.back() != Projector(inputs).project(unchanged_drivers(inputs)).persons.back()).any());
}

TEST_CASE("without spread the drivers are the main alternative") {
    const Inputs inputs = still_country(2).inputs;
    const Drivers drivers = draw_drivers(inputs, {}, 7, 3);
    for (const double level : drivers.fertility) CHECK(level == 1.0);
    CHECK((drivers.immigration == 1.0).all());
}

TEST_CASE("the walks spread with the square root of time and arrivals keep their size and memory") {
    // 4000 paths, fixed seed; a standard deviation from n normals is within 5 % of the truth but for a chance below 1e-5.
    const Inputs inputs = still_country(1, 2020, 2030).inputs;
    constexpr int paths = 4000;
    double fertility_1 = 0.0, fertility_9 = 0.0, arrivals = 0.0, lagged = 0.0, mean_level = 0.0;
    for (std::uint32_t path = 0; path < paths; ++path) {
        const Drivers d = draw_drivers(inputs, spread, 11, path);
        fertility_1 += std::pow(std::log(d.fertility[0]), 2);
        fertility_9 += std::pow(std::log(d.fertility[8]), 2);
        const double variance = 0.13 * 0.13 + 0.08 * 0.08;
        const double x = std::log(d.immigration(4, 0)) + 0.5 * variance;
        const double y = std::log(d.immigration(5, 0)) + 0.5 * variance;
        arrivals += x * x;
        lagged += x * y;
        mean_level += d.immigration(4, 0);
    }
    CHECK(std::sqrt(fertility_1 / paths) == Approx(0.05).epsilon(0.05));
    CHECK(std::sqrt(fertility_9 / paths) == Approx(0.15).epsilon(0.05)); // 0.05 · √9
    CHECK(std::sqrt(arrivals / paths) == Approx(std::sqrt(0.13 * 0.13 + 0.08 * 0.08)).epsilon(0.05));
    CHECK(lagged / arrivals == Approx(0.5).margin(0.07));
    CHECK(mean_level / paths == Approx(1.0).epsilon(0.01)); // the mean level is the main alternative's
}

TEST_CASE("the long-run level of arrivals is drawn once a path, for the region and for each area") {
    const Inputs inputs = still_country(2, 2020, 2030).inputs;
    DriverSpread level;
    level.immigration_level_sd = 0.1;
    level.immigration_area_level_sd = 0.05;
    constexpr int paths = 4000;
    double own = 0.0, shared = 0.0, mean = 0.0;
    for (std::uint32_t path = 0; path < paths; ++path) {
        const Drivers d = draw_drivers(inputs, level, 5, path);
        REQUIRE(d.immigration(0, 0) == d.immigration(9, 0)); // the same in every year
        const double half = 0.5 * (0.1 * 0.1 + 0.05 * 0.05);
        const double a = std::log(d.immigration(0, 0)) + half;
        const double b = std::log(d.immigration(0, 1)) + half;
        own += a * a;
        shared += a * b;
        mean += d.immigration(0, 0);
    }
    // Standard errors with 4000 paths: 2.2 % of a variance, so 0.0003; four of them are allowed.
    CHECK(own / paths == Approx(0.0125).margin(0.0012));
    CHECK(shared / paths == Approx(0.01).margin(0.0012));
    CHECK(mean / paths == Approx(1.0).margin(0.008));
}

TEST_CASE("fertility and mortality lean on the shocks they are said to be correlated with") {
    const Inputs inputs = still_country(1, 2020, 2021).inputs;
    DriverSpread leaning;
    leaning.fertility_step = leaning.mortality_step = leaning.immigration_sd = 0.1;
    leaning.fertility_immigration_correlation = 0.6;
    leaning.fertility_mortality_correlation = -0.5;
    constexpr int paths = 4000;
    double fi = 0.0, fm = 0.0, mi = 0.0, ff = 0.0, mm = 0.0;
    for (std::uint32_t path = 0; path < paths; ++path) {
        const Drivers d = draw_drivers(inputs, leaning, 9, path);
        const double f = std::log(d.fertility[0]) / 0.1;
        const double m = std::log(d.mortality[0]) / 0.1;
        const double i = (std::log(d.immigration(0, 0)) + 0.005) / 0.1;
        fi += f * i;
        fm += f * m;
        mi += m * i;
        ff += f * f;
        mm += m * m;
    }
    // A correlation of 4000 pairs has standard error below 0.016, a variance 0.022; four of them are allowed.
    CHECK(fi / paths == Approx(0.6).margin(0.07));
    CHECK(fm / paths == Approx(-0.5).margin(0.07));
    CHECK(mi / paths == Approx(0.0).margin(0.07));
    CHECK(ff / paths == Approx(1.0).margin(0.09));
    CHECK(mm / paths == Approx(1.0).margin(0.09));
}

TEST_CASE("a spread that cannot be is refused") {
    const Inputs inputs = still_country(1).inputs;
    DriverSpread wrong;
    wrong.fertility_immigration_correlation = 0.8;
    wrong.fertility_mortality_correlation = 0.8;
    CHECK_THROWS_AS(draw_drivers(inputs, wrong, 1, 0), std::invalid_argument);
    wrong = {};
    wrong.mortality_step = -0.1;
    CHECK_THROWS_AS(draw_drivers(inputs, wrong, 1, 0), std::invalid_argument);
}
