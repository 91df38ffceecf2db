#include "sim/numerics/elementary.hpp"
#include "sim/numerics/philox.hpp"
#include "sim/numerics/random_stream.hpp"
#include "sim/numerics/samplers.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

using namespace framsyn;

namespace {

// Kolmogorov-Smirnov distance of a sample to a distribution function, times sqrt(n).
double ks_statistic(std::vector<double> sample, const std::function<double(double)>& cdf) {
    std::sort(sample.begin(), sample.end());
    const auto n = static_cast<double>(sample.size());
    double worst = 0.0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const double p = cdf(sample[i]);
        worst = std::max({worst, p - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - p});
    }
    return worst * std::sqrt(n);
}

// P(sqrt(n) D > 1.949) = 0.001 in the limit (Kolmogorov): each test here would fail for one seed in a
// thousand; the seed is fixed, so it fails only when the code is wrong or has changed.
constexpr double kKsLimit = 1.949;
constexpr int kSample = 100'000;

std::vector<double> sample_of(const std::function<double(sim::RandomSequence&)>& draw, std::uint32_t purpose) {
    const sim::RandomStream stream({2024, 0, purpose, 7});
    sim::RandomSequence sequence(stream);
    std::vector<double> sample(kSample);
    for (double& value : sample) value = draw(sequence);
    return sample;
}

// Gamma distribution function for whole shapes: 1 - exp(-x) sum x^k/k!, x in units of the scale.
double erlang_cdf(double x, int stages) {
    double term = std::exp(-x);
    double sum = 0.0;
    for (int k = 0; k < stages; ++k) {
        sum += term;
        term *= x / (k + 1);
    }
    return 1.0 - sum;
}

} // namespace

TEST_CASE("Philox gives the known answers of Random123") {
    // kat_vectors of Random123 1.14, philox4x32 with 10 rounds: zeros, ones, digits of pi.
    CHECK(sim::philox({0, 0, 0, 0}, {0, 0}) == sim::PhiloxCounter{0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U});
    const std::uint32_t ones = 0xffffffffU;
    CHECK(sim::philox({ones, ones, ones, ones}, {ones, ones}) ==
          sim::PhiloxCounter{0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU});
    CHECK(sim::philox({0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U}, {0xa4093822U, 0x299f31d0U}) ==
          sim::PhiloxCounter{0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U});
}

TEST_CASE("Uniform numbers never reach 0 or 1 and are symmetric") {
    CHECK(sim::open_uniform(std::uint64_t{0}) == 0x1p-53);
    CHECK(sim::open_uniform(~std::uint64_t{0}) == 1.0 - 0x1p-53);
    CHECK(sim::open_uniform(std::uint32_t{0}) == 0x1p-33);
    CHECK(sim::open_uniform(~std::uint32_t{0}) == 1.0 - 0x1p-33);
}

TEST_CASE("A stream depends on every part of its key and on nothing else") {
    const sim::StreamKey key{1, 2, 3, 4};
    const auto words = [](const sim::StreamKey& k) { return sim::RandomStream(k).block(5).words; };
    CHECK(words(key) == words(key));
    CHECK(words(key) != words({2, 2, 3, 4}));
    CHECK(words(key) != words({1, 3, 3, 4}));
    CHECK(words(key) != words({1, 2, 4, 4}));
    CHECK(words(key) != words({1, 2, 3, 5}));
    CHECK(sim::RandomStream(key).block(5).words != sim::RandomStream(key).block(6).words);
    CHECK(sim::hash_text("c", sim::hash_text("ab")) != sim::hash_text("bc", sim::hash_text("a")));
}

TEST_CASE("Uniform numbers are uniform") {
    CHECK(ks_statistic(sample_of([](auto& s) { return s.next(); }, 1), [](double x) { return x; }) < kKsLimit);
}

TEST_CASE("Uniform pairs are independent of each other: chi-square on a grid of 16 by 16") {
    const sim::RandomStream stream({2024, 0, 2, 7});
    std::array<int, 256> cells{};
    for (std::uint64_t i = 0; i < kSample; ++i) {
        const sim::RandomBlock block = stream.block(i);
        ++cells[static_cast<std::size_t>(block.uniform(0) * 16.0) * 16 +
                static_cast<std::size_t>(block.uniform(1) * 16.0)];
    }
    double chi_square = 0.0;
    for (const int count : cells) chi_square += std::pow(count - kSample / 256.0, 2) / (kSample / 256.0);
    // 255 degrees of freedom: mean 255, the 0.1 % points are 188.0 and 330.5.
    CHECK(chi_square > 188.0);
    CHECK(chi_square < 330.5);
}

TEST_CASE("Samplers follow their distributions") {
    CHECK(ks_statistic(sample_of([](auto& s) { return sim::exponential(s.next(), 3.0); }, 3),
                       [](double x) { return 1.0 - std::exp(-x / 3.0); }) < kKsLimit);
    CHECK(ks_statistic(sample_of([](auto& s) { return sim::normal(s.next(), 5.0, 2.0); }, 4),
                       [](double x) { return 0.5 * std::erfc((5.0 - x) / 2.0 / std::sqrt(2.0)); }) < kKsLimit);
    CHECK(ks_statistic(sample_of([](auto& s) { return sim::weibull(s.next(), 1.7, 4.0); }, 5),
                       [](double x) { return 1.0 - std::exp(-std::pow(x / 4.0, 1.7)); }) < kKsLimit);
    const sim::Lognormal lognormal(12.7, 1.57);
    CHECK(ks_statistic(sample_of([&](auto& s) { return lognormal(s.next()); }, 6), [](double x) {
              const double mu = std::log(12.7) - 1.57 * 1.57 / 2.0;
              return 0.5 * std::erfc((mu - std::log(x)) / 1.57 / std::sqrt(2.0));
          }) < kKsLimit);
    CHECK(ks_statistic(sample_of([](auto& s) { return sim::erlang(s, 4, 8.0); }, 7),
                       [](double x) { return erlang_cdf(x / 2.0, 4); }) < kKsLimit);
    CHECK(ks_statistic(sample_of([](auto& s) { return sim::gamma(s, 3.0, 6.0); }, 8),
                       [](double x) { return erlang_cdf(x / 2.0, 3); }) < kKsLimit);
    // Gamma of shape 1/2 and mean 1/2 is Z^2/2: P(X <= x) = erf(sqrt x).
    CHECK(ks_statistic(sample_of([](auto& s) { return sim::gamma(s, 0.5, 0.5); }, 9),
                       [](double x) { return std::erf(std::sqrt(x)); }) < kKsLimit);
}

TEST_CASE("Inverted samplers rise with their uniform number") {
    const sim::Lognormal lognormal(3.0, 1.2);
    const sim::Poisson poisson(3.7);
    double last_exponential = -1.0;
    double last_lognormal = -1.0;
    int last_poisson = -1;
    for (int i = 1; i < 10'000; ++i) {
        const double u = i / 10'000.0;
        CHECK(sim::exponential(u, 2.0) > last_exponential);
        CHECK(lognormal(u) > last_lognormal);
        CHECK(poisson(u) >= last_poisson);
        last_exponential = sim::exponential(u, 2.0);
        last_lognormal = lognormal(u);
        last_poisson = poisson(u);
    }
}

TEST_CASE("Poisson and discrete choices have the right probabilities") {
    for (const double mean : {0.3, 4.0, 64.0}) {
        const sim::Poisson poisson(mean);
        double sum = 0.0;
        double squares = 0.0;
        for (const double n : sample_of([&](auto& s) { return poisson(s.next()); }, 10)) {
            sum += n;
            squares += n * n;
        }
        const double sample_mean = sum / kSample;
        // Mean and variance are both `mean`; standard errors sqrt(mean/n) and about sqrt((mean + 2
        // mean^2)/n). Four of them: a wrong alarm for six seeds in 100 000.
        CHECK(std::abs(sample_mean - mean) < 4.0 * std::sqrt(mean / kSample));
        const double variance = squares / kSample - sample_mean * sample_mean;
        CHECK(std::abs(variance - mean) < 4.0 * std::sqrt((mean + 2.0 * mean * mean) / kSample));
    }
    CHECK(sim::Poisson(0.0)(0.999999) == 0);
    CHECK(sim::Poisson(2.0)(0.135) == 0); // exp(-2) = 0.13534
    CHECK(sim::Poisson(2.0)(0.136) == 1);

    const std::vector<double> weights{0.0, 1.0, 3.0, 0.0};
    const sim::Discrete discrete(weights);
    CHECK(discrete(0x1p-53) == 1);
    CHECK(discrete(0.2499) == 1);
    CHECK(discrete(0.2501) == 2);
    CHECK(discrete(1.0 - 0x1p-53) == 2);
    const std::vector<double> nothing{0.0, 0.0};
    CHECK_THROWS_AS(sim::Discrete(nothing), std::invalid_argument);
}
