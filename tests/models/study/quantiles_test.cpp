#include "models/study/answers/quantiles.hpp"
#include "tests/catch.hpp"

using namespace framsyn::study;

TEST_CASE("quantiles interpolate as type 7 does") {
    // R: quantile(c(1, 2, 4, 8), c(.1, .5, .9)) gives 1.3, 3, 6.8.
    const SortedSample sample({8, 1, 4, 2});
    CHECK(sample.quantile(0.1) == Approx(1.3));
    CHECK(sample.median() == Approx(3.0));
    CHECK(sample.quantile(0.9) == Approx(6.8));
    CHECK(sample.quantile(0.0) == 1.0);
    CHECK(sample.quantile(1.0) == 8.0);
}

TEST_CASE("a share above is strict: need equal to capacity is no shortage") {
    const SortedSample sample({1, 2, 2, 3});
    CHECK(sample.share_above(2.0) == 0.25);
    CHECK(sample.share_below(2.0) == 0.25);
}

TEST_CASE("a sample of hundreds is in the order of its numbers, whatever their signs and sizes") {
    // Each value stands where its own number says: −500 … 499 thousandths, shuffled by a step prime to 1000.
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i) values.push_back(1e-3 * ((i * 387) % 1000 - 500));
    values.insert(values.end(), {-1e300, 1e300, -1e-300, 1e-300, 7e5});
    const SortedSample sample(values);
    CHECK(sample.quantile(0.0) == -1e300);
    CHECK(sample.quantile(1.0) == 1e300);
    CHECK(sample.quantile(1003.0 / 1004.0) == 7e5);
    CHECK(sample.quantile(1.0 / 1004.0) == -0.5);
    CHECK(sample.median() == 0.0); // as many below as above
    CHECK(sample.share_below(-0.25) == Approx(251.0 / 1005.0).margin(1e-12));
    CHECK(sample.share_above(0.25) == Approx(251.0 / 1005.0).margin(1e-12));
}
