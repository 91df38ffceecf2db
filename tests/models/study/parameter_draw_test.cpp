#include "models/study/answers/quantiles.hpp"
#include "models/study/draws/parameter_draw.hpp"
#include "tests/catch.hpp"

using namespace framsyn;
using namespace framsyn::study;

namespace {

Quantity quantity(double value, double low, double high, const std::string& address = "a.b.c") {
    Quantity q;
    q.value = value;
    q.low = low;
    q.high = high;
    q.min = 0.0;
    q.max = 1.0;
    q.address = address;
    return q;
}

} // namespace

TEST_CASE("the central draw is the value, and a number without interval never moves") {
    CHECK(ParameterDraw::central()(quantity(0.3, 0.1, 0.9)) == 0.3);
    CHECK(ParameterDraw::number(1, 5)(quantity(0.3, 0.3, 0.3)) == 0.3);
}

TEST_CASE("a draw depends on seed, number and address alone") {
    const Quantity a = quantity(0.5, 0.4, 0.6);
    CHECK(ParameterDraw::number(1, 5)(a) == ParameterDraw::number(1, 5)(a));
    CHECK(ParameterDraw::number(1, 5)(a) != ParameterDraw::number(1, 6)(a));
    CHECK(ParameterDraw::number(1, 5)(a) != ParameterDraw::number(2, 5)(a));
    CHECK(ParameterDraw::number(1, 5)(a) != ParameterDraw::number(1, 5)(quantity(0.5, 0.4, 0.6, "a.b.d")));
}

TEST_CASE("the median is the value, low–high holds 95 %, and draws stay within the legal range") {
    // 10 000 draws, fixed seed: a share of .025 has standard error .0016; four of them.
    const Quantity lopsided = quantity(0.2, 0.15, 0.6);
    std::vector<double> values;
    for (std::uint32_t k = 0; k < 10000; ++k) values.push_back(ParameterDraw::number(3, k)(lopsided));
    const SortedSample sample(values);
    CHECK(sample.share_below(0.2) == Approx(0.5).margin(0.02));
    CHECK(sample.share_below(0.15) == Approx(0.025).margin(0.0064));
    CHECK(sample.share_above(0.6) == Approx(0.025).margin(0.0064));
    CHECK(sample.quantile(0.0) >= 0.0);
    CHECK(sample.quantile(1.0) <= 1.0);
}
