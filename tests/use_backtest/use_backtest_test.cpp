#include "tests/use_backtest/registered.hpp"
#include "tests/use_backtest/scores.hpp"

#include "tests/catch.hpp"

#include <cmath>
#include <fstream>
#include <iterator>

using namespace framsyn::use_backtest;

TEST_CASE("the table has 21 whole series, and the listed breaks", "[use]") {
    const std::vector<UseSeries> series = read_series(USE_BACKTEST_TABLE);
    CHECK(series.size() == 21);
    CHECK(series[1].trust == "unn");
    CHECK(series[1].service == "phv");
    CHECK(series[1].bed_days.at(9) == 49303.0); // SSB 13942, UNN adults 2024
    CHECK(has_break(series[0], 2018, 2019));
    CHECK_FALSE(has_break(series[0], 2020, 2025));
    CHECK_FALSE(has_break(series[1], 2015, 2025));
}

TEST_CASE("pooled variance, memory and walk of series worked by hand", "[use]") {
    // Two series of four years: deviations −1, 1, −1, 1 and 2, 2, −2, −2.
    const Levels levels{{0.0, 2.0, 0.0, 2.0}, {7.0, 7.0, 3.0, 3.0}};
    CHECK(pooled_variance(levels) == Approx((4.0 + 16.0) / 6.0));
    // Products −1 −1 −1 + 4 −4 +4 = 1; over 20, times 4/3, corrected (4 φ + 1) / 1, above .95.
    CHECK(pooled_memory(levels) == 0.95);
    // A straight walk of steps ±1 that never turns: squares k² are fitted by k q + 2 r with r below 0, so r = 0 and
    // q = Σ n k · k² / Σ n k² = (3·1·1 + 2·2·4 + 1·3·9) / (3·1 + 2·4 + 1·9) = 46 / 20.
    const WalkAndNoise straight = walk_and_noise({{0.0, 1.0, 2.0, 3.0}});
    CHECK(straight.noise == 0.0);
    CHECK(straight.walk == Approx(46.0 / 20.0));
    // Noise alone: squares 4, 0, 4 at lags 1, 2, 3 fall no further with the lag.
    const WalkAndNoise noise = walk_and_noise({{0.0, 2.0, 0.0, 2.0}});
    CHECK(noise.walk == 0.0);
    CHECK(noise.noise == Approx(0.5 * (3 * 4.0 + 2 * 0.0 + 1 * 4.0) / 6.0));
}

TEST_CASE("a constant level is forecast by its mean, a walk without noise by its last year", "[use]") {
    const Levels levels{{1.0, 2.0, 3.0, 4.0}};
    CHECK(constant(levels, 3).front().mean == Approx(2.5));
    CHECK(walking(levels, 3).front().mean == Approx(4.0));
    CHECK(walking(levels, 3).front().sd == Approx(std::sqrt(3.0 * 46.0 / 20.0)));
    const Forecast near = returning(levels, 1).front(), far = returning(levels, 100).front();
    CHECK(near.mean > far.mean);
    CHECK(far.mean == Approx(2.5).margin(0.01));
}

TEST_CASE("the CRPS of a normal distribution is its integral", "[use]") {
    // ∫ (F(x) − 1{x ≥ y})² dx by the trapezoid rule over ±12 standard deviations.
    const Forecast forecast{0.3, 0.2};
    const double came = 0.55;
    double integral = 0.0;
    const double step = 1e-4;
    for (double x = -2.1; x < 2.7; x += step) {
        const double below = 0.5 * std::erfc(-(x - forecast.mean) / forecast.sd / std::sqrt(2.0));
        const double off = below - (x >= came ? 1.0 : 0.0);
        integral += off * off * step;
    }
    CHECK(crps_of(forecast, came) == Approx(integral).margin(1e-4));
}

TEST_CASE("weights sum to one and every method is scored on the same forecasts", "[use]") {
    const std::vector<UseSeries> series = read_series(USE_BACKTEST_TABLE);
    double sum = 0.0;
    for (const double weight : weights(series)) sum += weight;
    CHECK(sum == Approx(1.0));
    // Seven origins, horizons to 2025 and at most six: 6 + 6 + 5 + 4 + 3 + 2 + 1 = 27, of 21 series.
    for (int method = 0; method < methods; ++method)
        CHECK(scored(series, static_cast<Method>(method)).size() == 21 * 27);
}

TEST_CASE("what was registered of 2026 is what the two models say from 2025", "[use]") {
    std::ifstream file(REGISTERED_2026, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK(text == registered_2026(USE_BACKTEST_TABLE));
}
