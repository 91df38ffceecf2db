#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

#include <bit>
#include <cmath>
#include <limits>

using namespace framsyn;

namespace {

// The largest error of `ours` against `theirs` over a grid, divided by scale(expected). The C library
// (glibc 2.36) is itself right within one unit in the last place, 1.1e-16.
template <class Ours, class Theirs, class Scale>
double worst_error(double from, double to, int steps, Ours ours, Theirs theirs, Scale scale) {
    double worst = 0.0;
    for (int i = 0; i <= steps; ++i) {
        const double x = from + (to - from) * i / steps;
        const double expected = theirs(x);
        worst = std::max(worst, std::abs(ours(x) - expected) / scale(x, expected));
    }
    return worst;
}

const auto relative = [](double, double expected) { return std::abs(expected); };
const auto absolute = [](double, double) { return 1.0; };

} // namespace

TEST_CASE("exp agrees with the C library within its stated error") {
    const auto theirs = [](double x) { return std::exp(x); };
    CHECK(worst_error(-700.0, 709.0, 400'003, sim::exp, theirs, relative) < 4e-16);
    CHECK(worst_error(-1.0, 1.0, 400'003, sim::exp, theirs, relative) < 4e-16);
    CHECK(sim::exp(0.0) == 1.0);
    CHECK(sim::exp(-800.0) == 0.0);
    CHECK(sim::exp(710.0) == std::numeric_limits<double>::infinity());
    CHECK(sim::exp(-740.0) == Approx(std::exp(-740.0)).epsilon(0.01)); // a subnormal number has few digits
    CHECK(std::isnan(sim::exp(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("log agrees with the C library within its stated error") {
    const auto theirs = [](double x) { return std::log(x); };
    CHECK(worst_error(1e-6, 3.0, 400'003, sim::log, theirs, relative) < 5e-16);
    CHECK(worst_error(0.999, 1.001, 400'003, sim::log, theirs, relative) < 5e-16);
    CHECK(worst_error(3.0, 1e12, 400'003, sim::log, theirs, relative) < 5e-16);
    CHECK(sim::log(1.0) == 0.0);
    CHECK(sim::log(1e-310) == Approx(std::log(1e-310)).epsilon(1e-15));
    CHECK(sim::log(0.0) == -std::numeric_limits<double>::infinity());
    CHECK(std::isnan(sim::log(-1.0)));
}

TEST_CASE("expm1 and log1p agree with the C library within their stated error, also near zero") {
    const auto expm1 = [](double x) { return std::expm1(x); };
    const auto log1p = [](double x) { return std::log1p(x); };
    for (const double size : {1e-300, 1e-12, 1e-3, 0.5, 3.0}) { // steps of odd number: none is 0
        CHECK(worst_error(-size, size, 100'003, sim::expm1, expm1, relative) < 2e-15);
        CHECK(worst_error(-0.3 * size, size, 100'003, sim::log1p, log1p, relative) < 2e-15);
    }
    CHECK(sim::expm1(0.0) == 0.0);
    CHECK(sim::log1p(0.0) == 0.0);
    CHECK(sim::expm1(-800.0) == -1.0);
    CHECK(sim::log1p(-1.0) == -std::numeric_limits<double>::infinity());
    CHECK(std::isnan(sim::log1p(-2.0)));
    CHECK(std::isnan(sim::expm1(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("pow agrees with the C library within its stated error") {
    for (const double y : {-3.0, -0.5, 1.0 / 3.0, 2.0, 10.0}) {
        const auto ours = [y](double x) { return sim::pow(x, y); };
        const auto theirs = [y](double x) { return std::pow(x, y); };
        const auto scale = [y](double x, double expected) { return expected * (1.0 + std::abs(y * std::log(x))); };
        CHECK(worst_error(0.001, 1000.0, 100'003, ours, theirs, scale) < 5e-16);
    }
    CHECK(sim::pow(0.0, 0.0) == 1.0);
    CHECK(sim::pow(0.0, 2.0) == 0.0);
}

TEST_CASE("sine and cosine agree with the C library within their stated error") {
    const auto sine = [](double x) { return std::sin(x); };
    const auto cosine = [](double x) { return std::cos(x); };
    CHECK(worst_error(-10.0, 10.0, 400'003, sim::sin, sine, absolute) < 4e-16);
    CHECK(worst_error(-10.0, 10.0, 400'003, sim::cos, cosine, absolute) < 4e-16);
    CHECK(worst_error(-1e6, 1e6, 400'003, sim::sin, sine, absolute) < 4e-16);
    CHECK(worst_error(-1e6, 1e6, 400'003, sim::cos, cosine, absolute) < 4e-16);
    CHECK(std::isnan(sim::sin(1e7)));
}

TEST_CASE("lgamma agrees with the C library and with factorials") {
    const auto theirs = [](double x) { return std::lgamma(x); };
    const auto scale = [](double, double expected) { return std::max(4.0, std::abs(expected)); };
    CHECK(worst_error(0.01, 30.0, 100'003, sim::lgamma, theirs, scale) < 4e-15);
    CHECK(worst_error(30.0, 1e5, 100'003, sim::lgamma, theirs, scale) < 4e-15);
    CHECK(sim::lgamma(1.0) == Approx(0.0).margin(4e-15));
    CHECK(sim::lgamma(11.0) == Approx(15.104412573075516).epsilon(1e-15)); // log 10!
    CHECK(sim::lgamma(0.5) == Approx(0.5723649429247001).epsilon(1e-14));  // log sqrt(pi)
}

TEST_CASE("The normal distribution function agrees with the complementary error function") {
    // Below -6 glibc's erfc(-x/sqrt2) suffers from the rounding of its argument by x^2 * 1e-16: 1e-13 at -30.
    const auto theirs = [](double x) { return 0.5 * std::erfc(-x * 0.70710678118654752440); };
    CHECK(worst_error(-6.0, 6.0, 200'003, sim::normal_cdf, theirs, relative) < 1e-14);
    CHECK(worst_error(-30.0, -6.0, 10'003, sim::normal_cdf, theirs, relative) < 3e-13);
    // Abramowitz and Stegun, table 26.1 and 26.2.
    CHECK(sim::normal_cdf(1.0) == Approx(0.841344746068543).epsilon(1e-14));
    CHECK(sim::normal_cdf(-10.0) == Approx(7.61985302416053e-24).epsilon(1e-13));
    CHECK(sim::normal_cdf(0.0) == 0.5);
}

TEST_CASE("The normal quantile undoes the distribution function and hits known values") {
    CHECK(sim::normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-15));
    CHECK(sim::normal_quantile(0.5) == 0.0);
    CHECK(sim::normal_quantile(1e-10) == Approx(-6.361340902404056).epsilon(1e-14));
    CHECK(sim::normal_quantile(1e-30) == Approx(-11.464024688444163).epsilon(1e-12));
    for (int i = 1; i < 20'000; ++i) {
        const double p = i / 20'000.0;
        // dp = density * dx, and the density is at most 0.4: the error of x shows in p.
        CHECK(std::abs(sim::normal_cdf(sim::normal_quantile(p)) - p) < 1e-14 * p);
    }
    CHECK(sim::normal_quantile(0.0) == -std::numeric_limits<double>::infinity());
    CHECK(sim::normal_quantile(1.0) == std::numeric_limits<double>::infinity());
}

TEST_CASE("Elementary functions give the same bits with every compiler, processor and optimisation level") {
    // A hash over the bits of 59 992 values, computed with g++ 12 -O3 when the functions were written. It
    // changes only if a function is changed on purpose, and then every result moves in its last digits.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    const auto note = [&hash](double value) { hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3ULL; };
    for (int i = 1; i < 7500; ++i) {
        const double u = i / 7500.0;
        const double x = 40.0 * (u - 0.5);
        note(sim::exp(x));
        note(sim::log(u * 50.0));
        note(sim::pow(3.0 * u, x / 10.0));
        note(sim::sin(x));
        note(sim::cos(x));
        note(sim::lgamma(u * 40.0));
        note(sim::normal_cdf(x / 4.0));
        note(sim::normal_quantile(u));
    }
    CHECK(hash == 0x163e219f794264c3ULL);
}
