#include "models/study/information/worth.hpp"
#include "tests/catch.hpp"

#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"

#include <array>
#include <cmath>

using namespace framsyn;
using namespace framsyn::study;

namespace {

constexpr double pi = 3.141592653589793;
constexpr std::size_t many = 200000;

/// Independent standard normal numbers: what one could come to know.
std::vector<Column> normals(std::size_t draws, std::size_t columns, std::uint64_t seed) {
    std::vector<Column> all;
    for (std::size_t c = 0; c < columns; ++c) {
        const sim::RandomStream stream(sim::StreamKey{seed, 0, 1, c});
        Column& column = all.emplace_back();
        for (std::size_t k = 0; k < draws; ++k) column.push_back(sim::normal_quantile(stream.block(k).uniform(0)));
    }
    return all;
}

/// need = 100 + Σ weight × known: normal, with a standard deviation of √Σ weight².
Stake linear_stake(const std::vector<Column>& known, const std::vector<double>& weights, double capacity,
                   double more = 0.0) {
    Stake stake;
    for (std::size_t k = 0; k < known.front().size(); ++k) {
        double need = 100.0;
        for (std::size_t c = 0; c < weights.size(); ++c) need += weights[c] * known[c][k];
        stake.need.push_back(need);
        stake.is_short[0].push_back(need > capacity ? 1.0 : 0.0);
        stake.is_short[1].push_back(need > capacity + more ? 1.0 : 0.0);
    }
    return stake;
}

/// E min(p, 1 − p) before less after: p = Φ((100 + s_known z − capacity) / s_rest), z normal; Simpson's rule on ±8.
double saved_wrongs(double s_known, double s_rest, double capacity) {
    constexpr int steps = 4000;
    constexpr double end = 8.0;
    double after = 0.0;
    for (int i = 0; i <= steps; ++i) {
        const double z = -end + 2.0 * end * i / steps;
        const double p = sim::normal_cdf((100.0 + s_known * z - capacity) / s_rest);
        const double weight = i == 0 || i == steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0;
        after += weight * std::min(p, 1.0 - p) * std::exp(-0.5 * z * z) / std::sqrt(2.0 * pi);
    }
    after *= 2.0 * end / steps / 3.0;
    const double now = sim::normal_cdf((100.0 - capacity) / std::hypot(s_known, s_rest));
    return std::min(now, 1.0 - now) - after;
}

/// The mean of |normal| is σ√(2/π).
double saved_beds(double s_known, double s_rest) {
    return std::sqrt(2.0 / pi) * (std::hypot(s_known, s_rest) - s_rest);
}

} // namespace

TEST_CASE("The value of information is that of a linear Gaussian model within 2 % at 200 000 draws", "[information]") {
    const std::vector<double> weights{5.0, 4.0, 3.0};
    const std::vector<Column> known = normals(many, weights.size(), 7);
    const Stake stake = linear_stake(known, weights, 100.0, 2.0);
    struct Case {
        std::vector<Column> known;
        double s_known;
        bool is_large;
    };
    // What is known, the root of the sum of its squared weights (the rest has √(50 − s²)), and whether 2 % is more than two
    // standard errors at so many draws.
    const Case cases[] = {{{known[0]}, 5.0, true},
                          {{known[1]}, 4.0, true},
                          {{known[2]}, 3.0, false},
                          {{known[0], known[2]}, std::sqrt(34.0), true}};
    for (const Case& each : cases) {
        const double s_rest = std::sqrt(50.0 - each.s_known * each.s_known);
        const double limit_100 = saved_wrongs(each.s_known, s_rest, 100.0);
        const Worth worth = worth_of(each.known, stake);
        INFO("known " << each.s_known << ": beds " << worth.beds.value << " ± " << worth.beds.error << ", wrong "
                      << worth.wrong[0].value << " ± " << worth.wrong[0].error << ", " << worth.wrong[1].value << " ± "
                      << worth.wrong[1].error);
        CHECK(std::abs(worth.beds.value - saved_beds(each.s_known, s_rest)) < 3.0 * worth.beds.error);
        CHECK(std::abs(worth.wrong[0].value - limit_100) < 3.0 * worth.wrong[0].error);
        CHECK(std::abs(worth.wrong[1].value - saved_wrongs(each.s_known, s_rest, 102.0)) < 3.0 * worth.wrong[1].error);
        if (!each.is_large) continue;
        CHECK(worth.beds.value == Approx(saved_beds(each.s_known, s_rest)).epsilon(0.02));
        CHECK(worth.wrong[0].value == Approx(limit_100).epsilon(0.02));
        CHECK(worth.wrong[1].value == Approx(saved_wrongs(each.s_known, s_rest, 102.0)).epsilon(0.02));
    }
    const Worth all = worth_of_everything(stake);
    CHECK(all.beds.value == Approx(saved_beds(std::sqrt(50.0), 0.0)).epsilon(0.02));
    // P(shortage) is a half at 100: every second decision is wrong without more knowledge.
    CHECK(all.wrong[0].value == Approx(0.5).epsilon(0.02));
    CHECK(all.wrong[1].value == Approx(sim::normal_cdf(-2.0 / std::sqrt(50.0))).epsilon(0.02));
}

TEST_CASE("What has nothing to do with the need is worth nothing, and only what stands out is told", "[information]") {
    constexpr std::size_t draws = 2000;
    const std::vector<Column> known = normals(draws, 41, 11);
    const Stake stake = linear_stake({known[0]}, {10.0}, 103.0);
    std::size_t told = 0;
    double sum = 0.0;
    for (std::size_t c = 1; c < known.size(); ++c) {
        const Worth worth = worth_of(natural_spline(known[c]), stake);
        sum += worth.wrong[0].value;
        if (worth.wrong[0].told() > 0.0) ++told;
        if (worth.beds.told() > 0.0) ++told;
    }
    // Of 80 values that are nothing, two or three in a hundred lie above two standard errors by chance.
    CHECK(told <= 4);
    // Deciding by noise never helps: on the mean it costs a little.
    CHECK(sum / 40.0 < 0.002);
    // A group of forty such columns doesn't seem to be worth more, as it would in the draws that it was fitted to.
    const Worth group = worth_of({known.begin() + 1, known.end()}, stake);
    CHECK(group.wrong[0].told() == 0.0);
    CHECK(group.beds.told() == 0.0);
}

TEST_CASE("Knowing all that moves the need is worth as much as knowing everything", "[information]") {
    const std::vector<Column> known = normals(2000, 2, 3);
    const Stake stake = linear_stake(known, {0.6, 0.8}, 100.2);
    const Worth all = worth_of_everything(stake);
    const Worth both = worth_of({known[0], known[1]}, stake);
    // A decision at the very limit may still go wrong by the bend of the spline.
    CHECK(both.wrong[0].value == Approx(all.wrong[0].value).margin(0.03));
    CHECK(both.beds.value == Approx(all.beds.value).epsilon(0.02));
    // P(shortage) = P(N(100, 1) > 100.2): about .42 of the decisions are wrong without knowing more.
    CHECK(all.wrong[0].value == Approx(1.0 - sim::normal_cdf(0.2)).margin(0.03));
}

TEST_CASE("A natural spline bends between its outer knots and is straight beyond them", "[information]") {
    Column values;
    for (int i = 0; i <= 100; ++i) values.push_back(static_cast<double>(i));
    const std::vector<Column> columns = natural_spline(values);
    REQUIRE(columns.size() == 4); // five knots: the number, and three bends
    for (std::size_t j = 1; j < columns.size(); ++j) {
        for (std::size_t i = 96; i + 2 < values.size(); ++i) // the last knot is the 95th percentile: 95
            CHECK(columns[j][i + 2] - 2.0 * columns[j][i + 1] + columns[j][i] == Approx(0.0).margin(1e-9));
        for (std::size_t i = 0; i <= 5; ++i) CHECK(columns[j][i] == 0.0);
    }
    CHECK(natural_spline(Column(10, 3.0)).empty());
}
