// Importance from points of any design.
#include "models/sweep/design.hpp"
#include "models/sweep/given_data.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

#include <limits>

using namespace framsyn;
using namespace framsyn::sweep;

namespace {

/// [parameter][point] of random points.
std::vector<std::vector<double>> random_points(std::size_t parameters, std::size_t points, std::uint32_t trial) {
    const sim::RandomStream stream(sim::StreamKey{5, trial, 1, 0});
    sim::RandomSequence luck(stream);
    std::vector<std::vector<double>> all(parameters, std::vector<double>(points));
    for (std::vector<double>& values : all) {
        for (double& value : values) value = luck.next();
    }
    return all;
}

} // namespace

TEST_CASE("a parameter of two values that decides the outcome moves its distribution by a half") {
    std::vector<std::vector<double>> parameters(1);
    std::vector<double> outcomes;
    for (int i = 0; i < 40; ++i) {
        parameters[0].push_back(i % 2);
        outcomes.push_back(10.0 * (i % 2));
    }
    // Where it is 0 every outcome is 0, of all outcomes a half: the distance is ½; the same where it is 1.
    const GivenData found = given_data(parameters, outcomes);
    CHECK(found.of[0].median == 0.5);
    CHECK(found.of[0].most == 0.5);
    CHECK(found.points == 40);
}

TEST_CASE("a slice of a parameter that is the outcome has the distance that counting gives") {
    // y = x, ten slices: slice k holds F between k/10 and (k + 1)/10, so it lies max(k, 9 − k)/10 away; median (5 + … )/10.
    std::vector<std::vector<double>> parameters(1);
    std::vector<double> outcomes;
    for (int i = 0; i < 1000; ++i) {
        parameters[0].push_back(i);
        outcomes.push_back(i);
    }
    const GivenData found = given_data(parameters, outcomes);
    CHECK(found.slices == 10);
    CHECK(found.of[0].most == Approx(0.9));   // the first and the last slice
    CHECK(found.of[0].median == Approx(0.7)); // of .9 .8 .7 .6 .5 .5 .6 .7 .8 .9: between .7 and .7
}

TEST_CASE("importance puts parameters in their order, and those that do nothing lie below chance") {
    const auto parameters = random_points(4, 2000, 1);
    std::vector<double> outcomes;
    for (std::size_t i = 0; i < 2000; ++i)
        outcomes.push_back(4 * parameters[0][i] + 2 * parameters[1][i] + parameters[2][i]);
    const GivenData found = given_data(parameters, outcomes);
    CHECK(found.of[0].median > found.of[1].median);
    CHECK(found.of[1].median > found.of[2].median);
    CHECK(found.of[2].median > importance_by_chance(2000, 1));
    const double chance = importance_by_chance(300, 7);
    int below = 0; // 95 % of 200, standard error 3.1, and that of a limit from 100 orders beside it
    for (std::uint32_t trial = 0; trial < 200; ++trial) {
        const auto idle = random_points(2, 300, trial + 2);
        const GivenData one = given_data({idle[0]}, idle[1]);
        below += one.of[0].median <= chance ? 1 : 0;
    }
    CHECK(below > 174);
}

TEST_CASE("points without an outcome are left out") {
    auto parameters = random_points(1, 100, 1);
    std::vector<double> outcomes = parameters[0];
    const double before = given_data(parameters, outcomes).of[0].median;
    parameters[0].push_back(0.5);
    outcomes.push_back(std::numeric_limits<double>::quiet_NaN());
    CHECK(given_data(parameters, outcomes).of[0].median == before);
    CHECK(given_data(parameters, outcomes).points == 100);
}
