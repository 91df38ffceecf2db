#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"
#include "sim/output_analysis.hpp"
#include "tests/catch.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace framsyn;

namespace {

/// Standard normal values of a fixed seed.
class Normals {
  public:
    explicit Normals(std::uint64_t seed) : stream_({seed, 0, 0, 0}) {}
    double next() { return sim::normal_quantile(stream_.block(index_++).uniform(0)); }

  private:
    sim::RandomStream stream_;
    std::uint64_t index_ = 0;
};

/// x_0 = start, x_t = correlation * x_t-1 + a standard normal: mean 0 in the long run, standard deviation
/// 1 / sqrt(1 - correlation^2).
std::vector<double> autoregressive(Normals& normals, double start, double correlation, std::size_t length) {
    std::vector<double> series(length, start);
    for (std::size_t t = 1; t < length; ++t) series[t] = correlation * series[t - 1] + normals.next();
    return series;
}

int covered(int tries, const std::function<sim::MeanInterval()>& interval) {
    int hits = 0;
    for (int i = 0; i < tries; ++i) {
        const sim::MeanInterval found = interval();
        hits += std::fabs(found.mean) <= found.half_width ? 1 : 0;
    }
    return hits;
}

} // namespace

TEST_CASE("An interval of a mean by hand") {
    // 1, 2, 3, 4, 5: mean 3, variance 2.5, standard error sqrt(0.5); t of 4 degrees is 2.1318 at 90 % and 2.7764 at
    // 95 % (printed tables).
    const std::vector<double> values{1, 2, 3, 4, 5};
    sim::Tally tally;
    for (const double value : values) tally.add(value);
    CHECK(sim::mean_interval(values, 0.90).mean == 3.0);
    CHECK(sim::mean_interval(values, 0.90).half_width == Approx(2.13184678633 * std::sqrt(0.5)).epsilon(1e-10));
    CHECK(sim::mean_interval(values).half_width == Approx(2.77644510520 * std::sqrt(0.5)).epsilon(1e-10));
    CHECK(sim::mean_interval(tally).half_width == Approx(2.77644510520 * std::sqrt(0.5)).epsilon(1e-10));
    CHECK(sim::mean_interval(tally).count == 5);
    const std::vector<double> one{7};
    CHECK(sim::mean_interval(one).mean == 7.0);
    CHECK(sim::mean_interval(one).half_width == std::numeric_limits<double>::infinity());
    CHECK(std::isnan(sim::mean_interval(sim::Tally{}).mean));
    CHECK_THROWS_AS(sim::mean_interval(values, 1.0), std::invalid_argument);
    CHECK_THROWS_AS(sim::mean_interval(one, 95.0), std::invalid_argument);
}

TEST_CASE("Intervals of normal values hold the true mean as often as they say") {
    // 4000 sets of 6 values. The number of hits is binomial; with a seed drawn at random it would leave four standard
    // deviations in 1 case of 16 000. The normal 1.96 instead of Student 2.57 would give 3575 hits (89.3 %).
    Normals normals(101);
    for (const double level : {0.8, 0.95}) {
        const int hits = covered(4000, [&] {
            std::vector<double> values(6);
            for (double& value : values) value = normals.next();
            return sim::mean_interval(values, level);
        });
        CHECK(std::fabs(hits - 4000 * level) < 4.0 * std::sqrt(4000 * level * (1.0 - level)));
    }
}

TEST_CASE("Batch means by hand") {
    // 13 values in 4 batches of 3, the first value left out; batch means 1, 3, 2, 6: mean 3, deviations -2, 0, -1, 3,
    // squares 14, products of neighbours -3; standard error sqrt(14 / 3 / 4), t of 3 degrees 3.1824463053.
    const std::vector<double> series{100, 0, 1, 2, 3, 2, 4, 2, 2, 2, 9, 6, 3};
    const sim::BatchMeans found = sim::batch_means(series, 4);
    CHECK(found.interval.mean == 3.0);
    CHECK(found.interval.half_width == Approx(3.1824463053 * std::sqrt(14.0 / 12.0)).epsilon(1e-10));
    CHECK(found.interval.count == 4);
    CHECK(found.lag1 == Approx(-3.0 / 14.0).epsilon(1e-15));
    CHECK(found.batch_size == 3);
    CHECK(found.left_out == 1);
    CHECK(std::isnan(sim::batch_means(std::vector<double>(40, 2.5), 20).lag1));
    CHECK_THROWS_AS(sim::batch_means(series, 14), std::invalid_argument);
    CHECK_THROWS_AS(sim::batch_means(series, 1), std::invalid_argument);
}

TEST_CASE("Long batches of a correlated series give an honest interval, short ones warn by their correlation") {
    // Correlation 0.8, 4000 values, 20 batches of 200. By theory the variance of a batch mean is 1 - 2 * 0.8 /
    // (200 * (1 - 0.64)) = 97.8 % of what independence of the batches asks, so the interval covers some 94.6 %; four
    // standard deviations of 500 tries around 0.946: 473 +- 20. As if independent, a value each, it would be 49 %.
    Normals normals(102);
    double lag1_long = 0.0;
    double lag1_short = 0.0;
    int naive_hits = 0;
    const int hits = covered(500, [&] {
        const std::vector<double> series = autoregressive(normals, 0.0, 0.8, 4000);
        const sim::BatchMeans batches = sim::batch_means(series, 20);
        lag1_long += batches.lag1 / 500;
        lag1_short += sim::batch_means(series, 1000).lag1 / 500;
        const sim::MeanInterval naive = sim::mean_interval(series);
        naive_hits += std::fabs(naive.mean) <= naive.half_width ? 1 : 0;
        return batches.interval;
    });
    CHECK(std::abs(hits - 473) <= 20);
    CHECK(naive_hits < 300);
    // Batches of 4: lag 1 is r (1 + r + r^2 + r^3)^2 / (4 + 6 r + 4 r^2 + 2 r^3) = 0.5629 for r = 0.8 (hand
    // calculation: covariances of neighbouring sums over the variance of one).
    CHECK(lag1_short == Approx(0.5629).margin(0.01));
    CHECK(std::fabs(lag1_long + 1.0 / 20) < 0.04); // -1/20 and a true correlation of 0.011; standard error 0.01
}

TEST_CASE("MSER-5 by hand") {
    // 12 batches of 5 equal values: 6, 6, then 1, -1 five times. Sums of squares about the mean over (n - d)^2:
    // d = 0: 70/144, d = 1: 42.7/121, d = 2: 10/100, d = 3: 8.89/81 = 0.110, d = 4: 8/64, rising from there.
    std::vector<double> series;
    for (const int mean : {6, 6, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1}) series.insert(series.end(), 5, mean);
    series.insert(series.end(), 4, 1e6); // fill no batch
    const sim::Truncation found = sim::mser5(series);
    CHECK(found.found);
    CHECK(found.warm_up == 10);
    CHECK(found.standard_error == Approx(std::sqrt(0.1)).epsilon(1e-12));
    // All equal: every statistic is 0, and the smallest d is taken.
    CHECK(sim::mser5(std::vector<double>(50, 3.0)).found);
    CHECK(sim::mser5(std::vector<double>(50, 3.0)).warm_up == 0);
    CHECK_FALSE(sim::mser5(std::vector<double>(49, 3.0)).found);
}

TEST_CASE("MSER-5 finds the end of an initial bias, and none where a series never settles") {
    // Correlation 0.9 from 60: 60 * 0.9^t falls to the standard deviation 2.294 at t = 31 and to a tenth of it at 53.
    Normals normals(103);
    int found = 0;
    double deleted = 0.0;
    double bias_before = 0.0;
    double bias_after = 0.0;
    double deleted_without_bias = 0.0;
    for (int i = 0; i < 200; ++i) {
        const std::vector<double> series = autoregressive(normals, 60.0, 0.9, 2000);
        const sim::Truncation truncation = sim::mser5(series);
        found += truncation.found ? 1 : 0;
        deleted += static_cast<double>(truncation.warm_up) / 200;
        bias_before += sim::mean(series) / 200;
        bias_after += sim::mean(std::span(series).subspan(truncation.warm_up)) / 200;
        deleted_without_bias += static_cast<double>(sim::mser5(autoregressive(normals, 0.0, 0.9, 2000)).warm_up) / 200;
    }
    CHECK(found >= 190);
    CHECK(deleted > 31.0);
    CHECK(deleted < 200.0);
    // The bias is 60 / (1 - 0.9) / 2000 = 0.3 before; the mean of 200 runs has a standard error of 10/sqrt(400 000),
    // that is 0.016.
    CHECK(bias_before == Approx(0.3).margin(0.064));
    CHECK(std::fabs(bias_after) < 0.064);
    CHECK(deleted_without_bias < deleted);

    std::vector<double> trend(1000);
    for (std::size_t t = 0; t < trend.size(); ++t) trend[t] = static_cast<double>(t) + normals.next();
    CHECK_FALSE(sim::mser5(trend).found);
    CHECK(sim::mser5(trend).warm_up == 0);
}

TEST_CASE("The path of means adds replications in their order") {
    // 0.1 + 0.2 + 0.3 = 0.6000000000000001 in this order, 0.6 in the other.
    const std::vector<std::vector<double>> paths{{1, 0.1}, {2, 0.2}, {6, 0.3}};
    CHECK(sim::mean_path(paths) == std::vector<double>{3.0, (0.1 + 0.2 + 0.3) / 3.0});
    CHECK(sim::mean_path({}).empty());
    const std::vector<std::vector<double>> uneven{{1, 2}, {1}};
    CHECK_THROWS_AS(sim::mean_path(uneven), std::invalid_argument);
}
