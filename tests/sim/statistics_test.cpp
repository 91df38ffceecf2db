#include "sim/resource.hpp"
#include "sim/statistics.hpp"
#include "tests/catch.hpp"

#include <cmath>
#include <vector>

using namespace framsyn;

TEST_CASE("A time-weighted integral by hand") {
    sim::TimeWeighted beds(0.0, 2.0); // 2 for 3 days, 5 for 1 day, 0 for 4 days
    beds.set(3.0, 5.0);
    beds.add(4.0, -5.0);
    CHECK(beds.take(8.0) == 11.0);
    CHECK(beds.take(9.0) == 0.0);
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
