// Points of designs: what is exact of them, by counting; and what their coordinates mean.
#include "models/sweep/design.hpp"
#include "models/sweep/distribution.hpp"
#include "models/sweep/scrambled_sobol.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

using namespace framsyn::sweep;

namespace {

DesignPlan plan_of(DesignKind kind, std::size_t dimensions, std::size_t size) {
    DesignPlan plan;
    plan.kind = kind;
    plan.seed = 7;
    plan.size = size;
    plan.dimensions = dimensions;
    return plan;
}

} // namespace

TEST_CASE("a grid is every combination, and its last parameter changes first") {
    DesignPlan plan = plan_of(DesignKind::grid, 2, 0);
    plan.levels = {2, 3};
    const Design grid(plan);
    REQUIRE(grid.points() == 6);
    // The middles of halves and of thirds.
    CHECK(grid.point(0) == std::vector<double>{0.25, 0.5 / 3});
    CHECK(grid.point(1) == std::vector<double>{0.25, 0.5});
    CHECK(grid.point(3) == std::vector<double>{0.75, 0.5 / 3});
    CHECK(grid.point(5) == std::vector<double>{0.75, 2.5 / 3});
}

TEST_CASE("a Latin hypercube has each parameter once in each of its intervals") {
    for (const std::size_t points : {1U, 2U, 7U, 100U}) {
        const Design latin(plan_of(DesignKind::latin_hypercube, 5, points));
        for (std::size_t d = 0; d < 5; ++d) {
            std::set<std::size_t> intervals;
            for (std::size_t i = 0; i < points; ++i)
                intervals.insert(static_cast<std::size_t>(latin.point(i)[d] * static_cast<double>(points)));
            CHECK(intervals.size() == points);
            CHECK(*intervals.rbegin() == points - 1);
        }
    }
}

TEST_CASE("scrambled Sobol points fill each interval of each coordinate once, and each rectangle of the first two") {
    const ScrambledSobol sobol(3, 60);
    for (std::size_t d = 0; d < 60; ++d) {
        std::set<int> intervals;
        for (std::uint64_t i = 0; i < 256; ++i) intervals.insert(static_cast<int>(sobol.coordinate(i, d) * 256));
        CHECK(intervals.size() == 256);
    }
    // The first two coordinates are a (0, m, 2)-net (Sobol 1967), and Owen's scrambling keeps it one.
    for (int across = 0; across <= 8; ++across) {
        std::set<std::pair<int, int>> rectangles;
        for (std::uint64_t i = 0; i < 256; ++i) {
            const std::vector<double> point = sobol.point(i);
            rectangles.emplace(static_cast<int>(point[0] * (1 << across)),
                               static_cast<int>(point[1] * (1 << (8 - across))));
        }
        CHECK(rectangles.size() == 256);
    }
}

TEST_CASE("scrambling makes every coordinate uniform over seeds") {
    // 2 000 seeds: the share below 0.3 has the standard error √(0.3 · 0.7 / 2000) = 0.0102; four of them.
    for (const std::uint64_t point : {0U, 1U, 1000U}) {
        int below = 0;
        for (std::uint64_t seed = 0; seed < 2000; ++seed)
            below += ScrambledSobol(seed, 4).coordinate(point, 3) < 0.3 ? 1 : 0;
        CHECK(std::abs(below / 2000.0 - 0.3) < 0.041);
    }
}

TEST_CASE("the mean of a smooth function over scrambled Sobol points errs far less than that of random points") {
    // ∏(1 + (x − ½)/2) over five coordinates has the mean 1; random points would have the standard error
    // √((1 + 1/48)^5 − 1)/√1024 = 0.0104.
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const ScrambledSobol sobol(seed, 5);
        double sum = 0.0;
        for (std::uint64_t i = 0; i < 1024; ++i) {
            double product = 1.0;
            for (const double x : sobol.point(i)) product *= 1.0 + 0.5 * (x - 0.5);
            sum += product;
        }
        CHECK(std::abs(sum / 1024 - 1.0) < 0.0005);
    }
}

TEST_CASE("a Saltelli design has A, A with each coordinate of B, and B") {
    const Design design(plan_of(DesignKind::saltelli, 3, 4));
    REQUIRE(design.points() == 4 * 5);
    for (std::size_t base = 0; base < 4; ++base) {
        const std::vector<double> A = design.point(5 * base);
        const std::vector<double> B = design.point(5 * base + 4);
        for (std::size_t i = 0; i < 3; ++i) {
            std::vector<double> mixed = A;
            mixed[i] = B[i];
            CHECK(A[i] != B[i]);
            CHECK(design.point(5 * base + 1 + i) == mixed);
        }
    }
}

TEST_CASE("a Morris trajectory moves each parameter once, by half of its range") {
    const DesignPlan plan = plan_of(DesignKind::morris, 6, 20);
    const Design design(plan);
    REQUIRE(design.points() == 20 * 7);
    std::set<double> levels;
    for (std::size_t trajectory = 0; trajectory < 20; ++trajectory) {
        std::set<std::size_t> moved;
        const std::vector<MorrisStep> steps = morris_steps(plan, trajectory);
        for (std::size_t step = 0; step < 6; ++step) {
            const std::vector<double> before = design.point(7 * trajectory + step);
            const std::vector<double> after = design.point(7 * trajectory + step + 1);
            for (std::size_t i = 0; i < 6; ++i) {
                levels.insert(before[i]);
                if (i != steps[step].parameter) {
                    CHECK(before[i] == after[i]);
                } else {
                    CHECK(after[i] - before[i] == (steps[step].up ? 0.5 : -0.5));
                    moved.insert(i);
                }
            }
        }
        CHECK(moved.size() == 6);
    }
    CHECK(levels == std::set<double>{0.125, 0.375, 0.625, 0.875}); // the middles of quarters
}

TEST_CASE("a point follows from plan and number alone") {
    for (const DesignKind kind :
         {DesignKind::latin_hypercube, DesignKind::sobol, DesignKind::saltelli, DesignKind::morris}) {
        const Design one(plan_of(kind, 4, 16));
        const Design again(plan_of(kind, 4, 16));
        std::vector<std::vector<double>> backwards;
        for (std::size_t i = one.points(); i-- > 0;) backwards.push_back(again.point(i));
        std::reverse(backwards.begin(), backwards.end());
        for (std::size_t i = 0; i < one.points(); ++i) CHECK(one.point(i) == backwards[i]);
        DesignPlan other_seed = plan_of(kind, 4, 16);
        other_seed.seed = 8;
        CHECK(Design(other_seed).point(3) != one.point(3));
    }
}

TEST_CASE("a design without parameters, levels or points is refused") {
    CHECK_THROWS_AS(Design(plan_of(DesignKind::sobol, 0, 4)), std::invalid_argument);
    CHECK_THROWS_AS(Design(plan_of(DesignKind::sobol, 2, 0)), std::invalid_argument);
    DesignPlan grid = plan_of(DesignKind::grid, 2, 0);
    grid.levels = {3};
    CHECK_THROWS_AS(Design(grid), std::invalid_argument);
    DesignPlan odd = plan_of(DesignKind::morris, 2, 4);
    odd.morris_levels = 3;
    CHECK_THROWS_AS(Design(odd), std::invalid_argument);
}

TEST_CASE("a coordinate becomes the quantile of the parameter's distribution") {
    CHECK(quantile({Spread::uniform, 2.0, 0.0, 6.0}, 0.25) == 3.0);
    CHECK(quantile({Spread::log_uniform, 1.0, 0.0, 100.0}, 0.5) == Approx(10.0).epsilon(1e-14)); // √(1 · 100)
    // Triangular on 0–1–4: F(1) = 1/4, and above it F(x) = 1 − (4 − x)²/12.
    const Distribution triangle{Spread::triangular, 0.0, 1.0, 4.0};
    CHECK(quantile(triangle, 0.25) == Approx(1.0));
    CHECK(quantile(triangle, 1.0 - 1.0 / 12.0) == Approx(3.0));
    CHECK(quantile(triangle, 0.25 / 4) == Approx(0.5)); // F(x) = x²/4
    const Distribution own{Spread::split_normal, 0.5, 1.0, 3.0, 0.0, 3.5};
    CHECK(quantile(own, 0.5) == 1.0);
    CHECK(quantile(own, 0.025) == Approx(0.5).epsilon(1e-12));
    CHECK(quantile(own, 0.975) == Approx(3.0).epsilon(1e-12));
    CHECK(quantile(own, 0.9999) == 3.5); // cut
    Distribution list{Spread::choices};
    list.count = 3;
    CHECK(quantile(list, 0.33) == 0.0);
    CHECK(quantile(list, 0.34) == 1.0);
    CHECK(quantile(list, 0.999999) == 2.0);
}
