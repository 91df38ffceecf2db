#include "small_country.hpp"
#include "tests/catch.hpp"

#include <cmath>

using namespace framsyn::demography;
using namespace framsyn::demography::testing;

namespace {

const DriverSpread spread{0.05, 0.02, 0.13, 0.08, 0.5};

} // namespace

TEST_CASE("a path is a function of seed and number alone, and different numbers differ") {
    const Inputs inputs = still_country(2);
    const Drivers a = draw_drivers(inputs, spread, 7, 3);
    const Drivers b = draw_drivers(inputs, spread, 7, 3);
    const Drivers c = draw_drivers(inputs, spread, 7, 4);
    CHECK(a.fertility == b.fertility);
    CHECK((a.immigration == b.immigration).all());
    CHECK(a.fertility != c.fertility);
}

TEST_CASE("an area's own arrivals do not depend on which other areas there are") {
    const Drivers two = draw_drivers(still_country(2), spread, 7, 3);
    const Drivers five = draw_drivers(still_country(5), spread, 7, 3);
    CHECK((two.immigration.col(1) == five.immigration.col(1)).all());
}

TEST_CASE("without spread the drivers are the main alternative") {
    const Inputs inputs = still_country(2);
    const Drivers drivers = draw_drivers(inputs, {}, 7, 3);
    for (const double level : drivers.fertility) CHECK(level == 1.0);
    CHECK((drivers.immigration == 1.0).all());
}

TEST_CASE("the walks spread with the square root of time and arrivals keep their size and memory") {
    // 4000 paths, fixed seed; a standard deviation from n normals is within 5 % of the truth but for a chance below 1e-5.
    const Inputs inputs = still_country(1, 2020, 2030);
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
