#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"
#include "sim/resource.hpp"
#include "sim/statistics.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace framsyn;

TEST_CASE("A time-weighted integral by hand") {
    sim::TimeWeighted beds(0.0, 2.0); // 2 for 3 days, 5 for 1 day, 0 for 4 days
    beds.set(3.0, 5.0);
    beds.add(4.0, -5.0);
    CHECK(beds.take(8.0) == 11.0);
    CHECK(beds.take(9.0) == 0.0);
}

TEST_CASE("Moments over time by hand, where a value that is held for no time counts for nothing") {
    sim::TimeWeightedMoments beds(0.0, 2.0); // 2 for 3 days, 5 for 1 day, 0 for 4 days
    beds.set(3.0, 99.0);
    beds.set(3.0, 5.0);
    beds.add(4.0, -5.0);
    const sim::TimeMoments first = beds.take(8.0);
    CHECK(first.duration == 8.0);
    CHECK(first.mean == Approx(11.0 / 8.0).epsilon(1e-15));
    CHECK(first.variance == Approx(37.0 / 8.0 - 121.0 / 64.0).epsilon(1e-14)); // E X^2 = (3*4 + 1*25)/8
    CHECK(first.minimum == 0.0);
    CHECK(first.maximum == 5.0);
    beds.set(9.0, 7.0);
    const sim::TimeMoments second = beds.take(10.0); // 0 and 7, each for a day: half the way is 3.5
    CHECK(second.mean == 3.5);
    CHECK(second.variance == 12.25);
    CHECK(std::isnan(beds.take(10.0).mean));
    CHECK_THROWS_AS(beds.set(9.5, 1.0), std::invalid_argument);
}

TEST_CASE("The variance over time loses no digits far from zero") {
    // 10^9 and 10^9 + 1 in turn, a day each: variance 1/4. The difference of squares would have an error near 100.
    sim::TimeWeightedMoments level(0.0, 1e9);
    for (int day = 1; day < 1000; ++day) level.set(day, 1e9 + day % 2);
    CHECK(level.take(1000.0).variance == Approx(0.25).epsilon(1e-6));
}

TEST_CASE("A value lies in the bin whose edges hold it, on the edges too") {
    const auto check_edges = [](sim::Histogram histogram) {
        const std::vector<double> edges(histogram.edges().begin(), histogram.edges().end());
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            histogram.add(edges[i]);
            histogram.add(std::nextafter(edges[i + 1], 0.0));
        }
        CHECK(std::all_of(histogram.counts().begin(), histogram.counts().end(), [](auto n) { return n == 2; }));
        histogram.add(edges.back());
        histogram.add(std::numeric_limits<double>::infinity());
        histogram.add(-1e-300);
        CHECK(histogram.overflow() == 2);
        CHECK(histogram.underflow() == 1);
        CHECK(histogram.count() == static_cast<std::int64_t>(2 * (edges.size() - 1) + 3));
    };
    check_edges(sim::Histogram::linear(0.0, 1.0, 10));
    check_edges(sim::Histogram::linear(0.0, 0.7, 9973));
    check_edges(sim::Histogram::logarithmic(0.001, 1000.0, 5));
    check_edges(sim::Histogram::logarithmic(1.0, 8.0, 0));
    // 2^-10 <= 0.001 < 2^-9, so the first edge is a multiple of 2^-15 at most 0.001: 32 * 2^-15. From there to
    // 1000 = 1.953 * 2^9 there are 19 powers of two and 31 (of 32) steps of 2^4, to 1008.
    const auto logarithmic = sim::Histogram::logarithmic(0.001, 1000.0, 5);
    CHECK(logarithmic.edges()[1] == 32.0 / 32768.0);
    CHECK(logarithmic.edges().back() == 1008.0);
    CHECK(logarithmic.counts().size() == 1 + 19 * 32 + 31);
}

TEST_CASE("Histograms merge to the same counts in any order, and only with equal bins") {
    const sim::RandomStream stream({3, 0, 0, 0});
    std::vector<sim::Histogram> parts(7, sim::Histogram::logarithmic(0.01, 2.0, 4));
    auto all = parts[0];
    for (std::uint64_t i = 0; i < 1000; ++i) {
        const double value = -sim::log(stream.block(i).uniform(0));
        parts[i % 7].add(value);
        all.add(value);
    }
    auto forwards = parts[0];
    auto backwards = parts[6];
    for (std::size_t i = 1; i < 7; ++i) {
        forwards.merge(parts[i]);
        backwards.merge(parts[6 - i]);
    }
    for (const auto* merged : {&forwards, &backwards}) {
        CHECK(std::equal(all.counts().begin(), all.counts().end(), merged->counts().begin()));
        CHECK(merged->overflow() == all.overflow());
        CHECK(merged->count() == 1000);
    }
    CHECK(all.overflow() > 0);
    CHECK_THROWS_AS(all.merge(sim::Histogram::logarithmic(0.01, 2.0, 5)), std::invalid_argument);
    CHECK_THROWS_AS(all.merge(sim::Histogram::linear(0.01, 2.0, 4)), std::invalid_argument);
}

TEST_CASE("Quantiles of a logarithmic histogram keep the relative error that it states") {
    for (const int bits : {0, 3, 7}) {
        const sim::RandomStream stream({5, 0, 0, 0});
        auto histogram = sim::Histogram::logarithmic(1e-6, 1e6, bits);
        std::vector<double> values;
        for (std::uint64_t i = 0; i < 5000; ++i) { // lognormal, over some eight powers of ten
            values.push_back(sim::exp(2.5 * sim::normal_quantile(stream.block(i).uniform(0))));
            histogram.add(values.back());
        }
        std::sort(values.begin(), values.end());
        double worst = 0.0;
        for (std::size_t rank = 1; rank <= values.size(); ++rank) {
            const double probability = (static_cast<double>(rank) - 0.5) / 5000.0; // its ceil is the rank
            worst = std::max(worst, std::fabs(histogram.quantile(probability) / values[rank - 1] - 1.0));
        }
        const double stated = 1.0 / static_cast<double>(2 << bits);
        CHECK(worst <= stated);
        CHECK(worst > 0.9 * stated); // the bound is tight, so that a bin too wide would be seen
    }
}

TEST_CASE("A quantile outside the bins says so") {
    auto waits = sim::Histogram::linear(0.0, 10.0, 5);
    CHECK(std::isnan(waits.quantile(0.5)));
    for (const double value : {-3.0, 1.0, 1.5, 5.0, 10.0}) waits.add(value);
    // In rising order: under, bin 0, bin 0, bin 2, over; the middles of bins 0 and 2 are 1 and 5.
    CHECK(waits.quantile(0.0) == -std::numeric_limits<double>::infinity());
    CHECK(waits.quantile(0.2) == -std::numeric_limits<double>::infinity());
    CHECK(waits.quantile(0.21) == 1.0);
    CHECK(waits.quantile(0.6) == 1.0);
    CHECK(waits.quantile(0.8) == 5.0);
    CHECK(waits.quantile(1.0) == std::numeric_limits<double>::infinity());
    auto with_zeros = sim::Histogram::logarithmic(0.5, 8.0, 1);
    for (const double value : {0.0, -0.0, 0.4, 3.0}) with_zeros.add(value);
    CHECK(with_zeros.underflow() == 0);
    CHECK(with_zeros.quantile(0.75) == 0.0);
    CHECK(with_zeros.quantile(0.76) == 3.5); // the bin from 3 to 4
}

TEST_CASE("A histogram refuses what it cannot hold") {
    auto histogram = sim::Histogram::linear(0.0, 1.0, 4);
    CHECK_THROWS_AS(histogram.add(std::nan("")), std::invalid_argument);
    CHECK_THROWS_AS(histogram.quantile(1.5), std::invalid_argument);
    CHECK_THROWS_AS(sim::Histogram::linear(1.0, 1.0, 4), std::invalid_argument);
    CHECK_THROWS_AS(sim::Histogram::linear(0.0, 1.0, 0), std::invalid_argument);
    CHECK_THROWS_AS(sim::Histogram::linear(1e16, 1e16 + 4, 8), std::invalid_argument); // doubles are 2 apart there
    CHECK_THROWS_AS(sim::Histogram::logarithmic(0.0, 1.0, 4), std::invalid_argument);
    CHECK_THROWS_AS(sim::Histogram::logarithmic(2.0, 1.0, 4), std::invalid_argument);
    CHECK_THROWS_AS(sim::Histogram::logarithmic(1.0, 2.0, 21), std::invalid_argument);
}

TEST_CASE("A tally has the mean and variance of its observations, merged or not") {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares about it 32, so variance 32/7.
    const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
    sim::Tally all;
    sim::Tally first;
    sim::Tally second;
    for (std::size_t i = 0; i < values.size(); ++i) {
        all.add(values[i]);
        (i < 3 ? first : second).add(values[i]);
    }
    first.merge(second);
    first.merge(sim::Tally{});
    CHECK(all.mean() == Approx(5.0).epsilon(1e-15));
    CHECK(all.variance() == Approx(32.0 / 7.0).epsilon(1e-14));
    CHECK(first.count() == 8);
    CHECK(first.mean() == Approx(5.0).epsilon(1e-15));
    CHECK(first.variance() == Approx(32.0 / 7.0).epsilon(1e-14));
    CHECK(sim::variance(values) == Approx(32.0 / 7.0).epsilon(1e-15));
    CHECK(std::isnan(sim::Tally{}.variance()));
}

TEST_CASE("Quantiles lie linearly between order statistics") {
    // Type 7 of four values: position 3p. At 0.1: 1 + 0.3 * (2 - 1); at 0.5 halfway between 2 and 4.
    CHECK(sim::quantile({4, 1, 8, 2}, 0.1) == Approx(1.3));
    CHECK(sim::quantile({4, 1, 8, 2}, 0.5) == Approx(3.0));
    CHECK(sim::quantile({4, 1, 8, 2}, 1.0) == 8.0);
    CHECK(std::isnan(sim::quantile({}, 0.5)));
}

TEST_CASE("Student's t has the values of its table") {
    // 97.5 % points, R 4.2 qt(0.975, n).
    CHECK(sim::student_t_975(1) == Approx(12.7062047362).epsilon(1e-9));
    CHECK(sim::student_t_975(10) == Approx(2.22813885199).epsilon(1e-9));
    CHECK(sim::student_t_975(21) == Approx(2.07961384473).epsilon(1e-6));
    CHECK(sim::student_t_975(30) == Approx(2.04227245630).epsilon(1e-6));
    CHECK(sim::student_t_975(99) == Approx(1.98421695159).epsilon(1e-7));
    CHECK(sim::student_t_975(1'000'000) == Approx(1.95996635682).epsilon(1e-9));
    CHECK_THROWS_AS(sim::student_t_975(0), std::invalid_argument);
}

TEST_CASE("The points of Student at any level have the values of an oracle") {
    // Boost.Math 1.74, quantile of students_t with 50 digits. Of these 63.657 and 2.1318 stand in every printed table.
    CHECK(sim::student_t(0.99, 1) == Approx(63.656741162871524).epsilon(1e-12));
    CHECK(sim::student_t(0.90, 4) == Approx(2.1318467863266505).epsilon(1e-12));
    CHECK(sim::student_t(0.95, 10) == Approx(2.2281388519862742).epsilon(1e-12));
    CHECK(sim::student_t(0.975, 19) == Approx(2.4334402113749688).epsilon(1e-12));
    CHECK(sim::student_t(0.95, 21) == Approx(2.0796138447276800).epsilon(1e-12));
    CHECK(sim::student_t(0.999, 120) == Approx(3.3734537685625001).epsilon(1e-12));
    CHECK(sim::student_t(0.99, 5000) == Approx(2.5768129665562808).epsilon(1e-12));
    for (const std::int64_t degrees : {1, 2, 3, 20, 21, 100, 1000, 1001})
        CHECK(sim::student_t(0.95, degrees) == Approx(sim::student_t_975(degrees)).epsilon(1e-6));
    CHECK_THROWS_AS(sim::student_t(0.95, 0), std::invalid_argument);
    CHECK_THROWS_AS(sim::student_t(1.0, 5), std::invalid_argument);
    CHECK_THROWS_AS(sim::student_t(std::nan(""), 5), std::invalid_argument);
}

TEST_CASE("A pool that shrinks throws nobody out") {
    sim::Pool pool(2);
    pool.take();
    pool.take();
    pool.change_capacity(-1);
    CHECK(pool.in_use() == 2);
    CHECK(pool.excess() == 1);
    pool.release();
    CHECK_FALSE(pool.has_free());
    pool.release();
    CHECK(pool.has_free());
}

TEST_CASE("A waiting line serves by priority, then first come, and lets anybody leave") {
    sim::WaitingLine<char, 2> line;
    line.join('a', 1);
    const auto b = line.join('b', 1);
    line.join('c', 0);
    line.join('d', 1);
    CHECK(line.leave(b) == 'b');
    CHECK(line.leave(line.first()) == 'c');
    line.join('e', 1);
    line.join('f', 0);
    CHECK(line.first_of(1) != line.first());
    std::vector<char> order;
    while (!line.empty()) order.push_back(line.leave(line.first()));
    CHECK(order == std::vector<char>{'f', 'a', 'd', 'e'});
}
