// Boxes that were planted among points.
#include "models/sweep/design.hpp"
#include "models/sweep/prim.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::sweep;

namespace {

/// [parameter][point] of a Latin hypercube.
std::vector<std::vector<double>> points_of(std::size_t dimensions, std::size_t size) {
    DesignPlan plan;
    plan.kind = DesignKind::latin_hypercube;
    plan.seed = 11;
    plan.size = size;
    plan.dimensions = dimensions;
    const Design design(plan);
    std::vector<std::vector<double>> points(dimensions);
    for (std::size_t i = 0; i < size; ++i) {
        const std::vector<double> point = design.point(i);
        for (std::size_t d = 0; d < dimensions; ++d) points[d].push_back(point[d]);
    }
    return points;
}

/// Planted: x₁ above 0.6 and x₃ below 0.3, 12 % of the cube.
bool planted(const std::vector<std::vector<double>>& points, std::size_t i) {
    return points[1][i] > 0.6 && points[3][i] < 0.3;
}

} // namespace

TEST_CASE("a planted box is found, and no side that wasn't planted") {
    const auto points = points_of(5, 2000);
    std::vector<char> of_interest;
    for (std::size_t i = 0; i < 2000; ++i) of_interest.push_back(planted(points, i) ? 1 : 0);
    const Box box = prim(points, of_interest);
    REQUIRE(box.sides.size() == 2);
    CHECK(box.sides[0].parameter == 1);
    CHECK(box.sides[0].low_cut);
    CHECK_FALSE(box.sides[0].high_cut);
    CHECK(box.sides[0].low == Approx(0.6).margin(0.02));
    CHECK(box.sides[1].parameter == 3);
    CHECK(box.sides[1].high_cut);
    CHECK_FALSE(box.sides[1].low_cut);
    CHECK(box.sides[1].high == Approx(0.3).margin(0.02));
    CHECK(box.coverage > 0.97);
    CHECK(box.density > 0.97);
    CHECK(box.sides[0].chance < 1e-6);
}

TEST_CASE("a planted box is found among noise") {
    // Of interest: nine of ten inside, one of twenty outside.
    const auto points = points_of(5, 4000);
    const sim::RandomStream stream(sim::StreamKey{3, 0, 1, 0});
    sim::RandomSequence luck(stream);
    std::vector<char> of_interest;
    for (std::size_t i = 0; i < 4000; ++i)
        of_interest.push_back(luck.next() < (planted(points, i) ? 0.9 : 0.05) ? 1 : 0);
    const Box box = prim(points, of_interest);
    REQUIRE(box.sides.size() == 2); // what chance would do as well is given up
    const auto side_of = [&](std::size_t parameter) {
        for (const Side& side : box.sides) {
            if (side.parameter == parameter) return side;
        }
        return Side{};
    };
    CHECK(side_of(1).low == Approx(0.6).margin(0.05));
    CHECK(side_of(3).high == Approx(0.3).margin(0.05));
    CHECK(box.density > 0.8);
    // 0.12 · 0.9 of all points are of interest inside, 0.88 · 0.05 outside: 71 %.
    CHECK(box.coverage == Approx(0.71).margin(0.06));
}

TEST_CASE("a parameter of few values is peeled a value at a time") {
    auto points = points_of(2, 600);
    for (double& value : points[0]) value = value < 1.0 / 3 ? 0 : value < 2.0 / 3 ? 1 : 2;
    std::vector<char> of_interest;
    for (std::size_t i = 0; i < 600; ++i) of_interest.push_back(points[0][i] == 1.0 ? 1 : 0);
    const Box box = prim(points, of_interest);
    REQUIRE(box.sides.size() == 1);
    CHECK(box.sides[0].low == 1.0);
    CHECK(box.sides[0].high == 1.0);
    CHECK(box.coverage == 1.0);
    CHECK(box.density == 1.0);
}

TEST_CASE("where nothing or everything is of interest there is no box") {
    const auto points = points_of(2, 50);
    CHECK(prim(points, std::vector<char>(50, 0)).sides.empty());
    CHECK(prim(points, std::vector<char>(50, 1)).sides.empty());
    CHECK(prim(points, std::vector<char>(50, 1)).coverage == 1.0);
}
