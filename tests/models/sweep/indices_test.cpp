// Indices of sensitivity against models whose indices are known exactly.
#include "models/sweep/design.hpp"
#include "models/sweep/morris.hpp"
#include "models/sweep/sobol_indices.hpp"
#include "models/sweep/tornado.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace framsyn;
using namespace framsyn::sweep;

namespace {

using Model = std::function<double(const std::vector<double>&)>;
constexpr double pi = 3.141592653589793;

DesignPlan plan_of(DesignKind kind, std::size_t dimensions, std::size_t size, std::uint64_t seed = 1) {
    DesignPlan plan;
    plan.kind = kind;
    plan.seed = seed;
    plan.size = size;
    plan.dimensions = dimensions;
    return plan;
}

std::vector<double> outcomes_of(const DesignPlan& plan, const Model& model) {
    const Design design(plan);
    std::vector<double> outcomes;
    for (std::size_t i = 0; i < design.points(); ++i) outcomes.push_back(model(design.point(i)));
    return outcomes;
}

/// sin x₁ + a sin² x₂ + b x₃⁴ sin x₁ on (−π, π)³ (Ishigami and Homma 1990), a = 7, b = 0.1.
double ishigami(const std::vector<double>& u) {
    const auto x = [&](std::size_t i) { return pi * (2.0 * u[i] - 1.0); };
    const double second = sim::sin(x(1));
    const double third = x(2) * x(2) * x(2) * x(2);
    return sim::sin(x(0)) + 7.0 * second * second + 0.1 * third * sim::sin(x(0));
}

/// ∏ (|4x − 2| + a)/(1 + a) (Sobol 1993).
const std::vector<double> g_weights{0.0, 1.0, 4.5, 9.0};
double g_function(const std::vector<double>& u) {
    double product = 1.0;
    for (std::size_t i = 0; i < u.size(); ++i)
        product *= (std::abs(4.0 * u[i] - 2.0) + g_weights[i]) / (1.0 + g_weights[i]);
    return product;
}

double linear(const std::vector<double>& u) {
    return 3.0 * u[0] + 2.0 * u[1] + u[2];
}

bool holds(const Estimate& estimate, double exact) {
    return estimate.low <= exact && exact <= estimate.high;
}

/// A Saltelli design of random points instead of Sobol's: what the bootstrap is exact for.
std::vector<double> random_outcomes(std::size_t dimensions, std::size_t size, std::uint32_t trial, const Model& model,
                                    double noise) {
    const sim::RandomStream stream(sim::StreamKey{99, trial, 1, 0});
    sim::RandomSequence luck(stream);
    std::vector<double> outcomes;
    const auto outcome = [&](const std::vector<double>& u) {
        outcomes.push_back(model(u) + noise * sim::normal_quantile(luck.next()));
    };
    for (std::size_t base = 0; base < size; ++base) {
        std::vector<double> A(dimensions), B(dimensions);
        for (double& u : A) u = luck.next();
        for (double& u : B) u = luck.next();
        outcome(A);
        for (std::size_t i = 0; i < dimensions; ++i) {
            std::vector<double> mixed = A;
            mixed[i] = B[i];
            outcome(mixed);
        }
        outcome(B);
    }
    return outcomes;
}

} // namespace

TEST_CASE("Sobol indices of Ishigami's function are the exact ones within their intervals") {
    const SobolIndices found =
        sobol_indices(3, outcomes_of(plan_of(DesignKind::saltelli, 3, 4096), ishigami), {}, {1, 500});
    // Exact: V = a²/8 + bπ⁴/5 + b²π⁸/18 + ½, V₁ = ½(1 + bπ⁴/5)², V₂ = a²/8, V₁₃ = 8b²π⁸/225.
    const double p4 = pi * pi * pi * pi;
    const double first = 0.5 * (1 + 0.1 * p4 / 5) * (1 + 0.1 * p4 / 5);
    const double second = 49.0 / 8;
    const double both = 8 * 0.01 * p4 * p4 / 225;
    const double all = first + second + both;
    CHECK(found.variance == Approx(all).epsilon(0.02));
    const double exact_first[] = {first / all, second / all, 0.0};
    const double exact_total[] = {(first + both) / all, second / all, both / all};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(holds(found.of[i].first, exact_first[i]));
        CHECK(holds(found.of[i].total, exact_total[i]));
        CHECK(found.of[i].first.high - found.of[i].first.low < 0.12);
        CHECK(found.of[i].first.value == Approx(exact_first[i]).margin(0.02));
        CHECK(found.of[i].total.value == Approx(exact_total[i]).margin(0.02));
    }
}

TEST_CASE("Sobol indices of the g-function are the exact ones within their intervals") {
    const SobolIndices found =
        sobol_indices(4, outcomes_of(plan_of(DesignKind::saltelli, 4, 4096), g_function), {}, {1, 500});
    double all = 1.0;
    std::vector<double> parts; // Vᵢ = 1/(3(1 + aᵢ)²), V = ∏(1 + Vᵢ) − 1
    for (const double a : g_weights) {
        parts.push_back(1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        all *= 1.0 + parts.back();
    }
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(holds(found.of[i].first, parts[i] / (all - 1.0)));
        CHECK(holds(found.of[i].total, parts[i] * all / (1.0 + parts[i]) / (all - 1.0)));
    }
}

TEST_CASE("Sobol indices of a linear model are the shares of its squared slopes, first and total") {
    const SobolIndices found =
        sobol_indices(3, outcomes_of(plan_of(DesignKind::saltelli, 3, 1024), linear), {}, {1, 300});
    const double exact[] = {9.0 / 14, 4.0 / 14, 1.0 / 14}; // slopes 3, 2, 1
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(holds(found.of[i].first, exact[i]));
        CHECK(holds(found.of[i].total, exact[i]));
    }
    CHECK(found.variance == Approx(14.0 / 12).epsilon(0.01)); // Σ slope²/12
}

TEST_CASE("intervals of Sobol indices hold the exact value about as often as they say, with and without noise") {
    // 300 trials at 95 % have the standard error 1.3 points; a percentile interval of 200 base points may fall short by 2.
    const double exact[] = {9.0 / 14, 4.0 / 14, 1.0 / 14};
    for (const double noise : {0.0, 0.5}) {
        int first = 0, total = 0;
        constexpr std::uint32_t trials = 300;
        for (std::uint32_t trial = 0; trial < trials; ++trial) {
            const std::vector<double> outcomes = random_outcomes(3, 200, trial, linear, noise);
            const std::vector<double> variance(noise > 0 ? outcomes.size() : 0, noise * noise);
            const SobolIndices found = sobol_indices(3, outcomes, variance, {trial, 200});
            for (std::size_t i = 0; i < 3; ++i) {
                first += holds(found.of[i].first, exact[i]) ? 1 : 0;
                total += holds(found.of[i].total, exact[i]) ? 1 : 0;
            }
        }
        CHECK(first / (3.0 * trials) > 0.90);
        CHECK(total / (3.0 * trials) > 0.90);
        CHECK(first / (3.0 * trials) < 0.99);
        CHECK(total / (3.0 * trials) < 0.99);
    }
}

TEST_CASE("noise makes an idle parameter look important until it is taken out") {
    const Model idle = [](const std::vector<double>& u) { return u[0]; };
    const std::vector<double> outcomes = random_outcomes(2, 4000, 1, idle, 0.3);
    const SobolIndices with_noise = sobol_indices(2, outcomes, {}, {1, 200});
    // Noise 0.09 beside a variance of 1/12: the share 0.09/(0.09 + 1/12) = 0.52 goes to everybody's total.
    CHECK(with_noise.of[1].total.value == Approx(0.519).margin(0.04));
    const SobolIndices without = sobol_indices(2, outcomes, std::vector<double>(outcomes.size(), 0.09), {1, 200});
    CHECK(holds(without.of[1].total, 0.0));
    CHECK(holds(without.of[0].total, 1.0));
    CHECK(without.noise == Approx(0.09));
    CHECK(without.variance == Approx(1.0 / 12).epsilon(0.1));
}

TEST_CASE("a base point without all of its outcomes is left out, and an outcome that never varies has no indices") {
    std::vector<double> outcomes = outcomes_of(plan_of(DesignKind::saltelli, 3, 512), linear);
    const SobolIndices all = sobol_indices(3, outcomes, {}, {1, 50});
    outcomes[7] = std::numeric_limits<double>::quiet_NaN();
    const SobolIndices fewer = sobol_indices(3, outcomes, {}, {1, 50});
    CHECK(all.base_points == 512);
    CHECK(fewer.base_points == 511);
    CHECK(fewer.of[0].first.value == Approx(all.of[0].first.value).margin(0.05));
    CHECK(std::isnan(sobol_indices(1, {2.0, 2.0, 2.0}, {}, {1, 10}).of[0].first.value));
}

TEST_CASE("Morris finds the slopes of a linear model exactly, without deviation") {
    const DesignPlan plan = plan_of(DesignKind::morris, 3, 10);
    const std::vector<MorrisIndex> found = morris_indices(
        plan, outcomes_of(plan, [](const std::vector<double>& u) { return 3.0 * u[0] - 2.0 * u[1]; }), {1, 100});
    const double slopes[] = {3.0, -2.0, 0.0};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(found[i].mean == Approx(slopes[i]).margin(1e-12));
        CHECK(found[i].mean_absolute.value == Approx(std::abs(slopes[i])).margin(1e-12));
        CHECK(found[i].deviation < 1e-12);
        CHECK(found[i].effects == 10);
    }
}

TEST_CASE("Morris tells a parameter that interacts by its deviation") {
    // The effect of u₀ in u₀u₁ is u₁, which is 1/8 … 7/8 with the mean ½ and the deviation √5/8 = 0.280 over its levels.
    const DesignPlan plan = plan_of(DesignKind::morris, 2, 2000);
    const std::vector<MorrisIndex> found =
        morris_indices(plan, outcomes_of(plan, [](const std::vector<double>& u) { return u[0] * u[1]; }), {1, 100});
    CHECK(found[0].mean == Approx(0.5).margin(0.025)); // four standard errors, 0.28/√2000
    CHECK(found[0].deviation == Approx(0.280).margin(0.02));
    CHECK(holds(found[0].mean_absolute, found[0].mean_absolute.value));
}

TEST_CASE("tornado bars come widest first, and what isn't known last") {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const std::vector<TornadoBar> bars = in_order({{0, 1.0, 2.0}, {1, none, 3.0}, {2, 5.0, -1.0}, {3, 0.0, 1.0}});
    CHECK(bars[0].parameter == 2);
    CHECK(bars[0].swing() == 6.0);
    CHECK(bars[1].parameter == 0); // as wide as 3, and before it
    CHECK(bars[2].parameter == 3);
    CHECK(bars[3].parameter == 1);
}
