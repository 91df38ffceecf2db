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
