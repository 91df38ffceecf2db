#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"
#include "sim/numerics/samplers.hpp"
#include "tests/catch.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/weibull.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

using namespace framsyn;

// Expected values come from Boost.Math, which has its own formulas; with long double where digits are counted.
// Error rates: a chi-square test here fails for two seeds in a thousand, an Anderson-Darling test for one in a thousand.
// The seeds are fixed, so a test fails only when the code is wrong or has changed.
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kSample = 100'000;

using Draw = std::function<double(sim::RandomSequence&)>;
using Cdf = std::function<double(double)>;

std::vector<double> sample_of(const Draw& draw, std::uint32_t purpose) {
    const sim::RandomStream stream({20'240, 1, purpose, 5});
    sim::RandomSequence sequence(stream);
    std::vector<double> sample(kSample);
    for (double& value : sample) value = draw(sequence);
    return sample;
}

// The chance of a chi-square statistic at least as large, when the expected counts are right.
double chi_square_p(const std::vector<double>& counts, const std::vector<double>& expected) {
    double sum = 0.0;
    for (std::size_t i = 0; i < counts.size(); ++i) sum += std::pow(counts[i] - expected[i], 2) / expected[i];
    return cdf(complement(boost::math::chi_squared(static_cast<double>(counts.size() - 1)), sum));
}

// 5.967: upper 0.1 % point of the statistic for a known distribution, Marsaglia and Marsaglia (2004), "Evaluating the
// Anderson-Darling distribution", J. Stat. Software 9(2), their function adinf.
constexpr double kAndersonDarlingLimit = 5.967;

double anderson_darling(std::vector<double> sample, const Cdf& cdf) {
    std::sort(sample.begin(), sample.end());
    const std::size_t n = sample.size();
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        sum += (2.0 * static_cast<double>(i) + 1.0) * (std::log(cdf(sample[i])) + std::log1p(-cdf(sample[n - 1 - i])));
    }
    return -static_cast<double>(n) - sum / static_cast<double>(n);
}

void check_fit(const char* name, const Draw& draw, const Cdf& cdf, std::uint32_t purpose) {
    INFO(name);
    const std::vector<double> sample = sample_of(draw, purpose);
    CHECK(anderson_darling(sample, cdf) < kAndersonDarlingLimit);
    constexpr std::size_t kCells = 200;
    std::vector<double> counts(kCells);
    for (const double x : sample) counts[std::min(static_cast<std::size_t>(cdf(x) * kCells), kCells - 1)] += 1.0;
    const double p = chi_square_p(counts, std::vector<double>(kCells, static_cast<double>(kSample) / kCells));
    CHECK(p > 0.001);
    CHECK(p < 0.999);
}

// `probability(i)` for whole numbers 0..n-1; those with fewer than ten expected are counted together.
void check_counts(const char* name, const Draw& draw, int n, const Cdf& probability, std::uint32_t purpose) {
    INFO(name);
    std::vector<double> counts(1);
    std::vector<double> expected(1);
    std::vector<std::size_t> cell(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) {
        const double mean = probability(i) * kSample;
        if (mean >= 10.0) {
            cell[static_cast<std::size_t>(i)] = counts.size();
            counts.push_back(0.0);
            expected.push_back(mean);
        } else {
            expected[0] += mean;
        }
    }
    for (const double i : sample_of(draw, purpose)) counts[i < n ? cell[static_cast<std::size_t>(i)] : 0] += 1.0;
    if (expected[0] < 1e-9) {
        CHECK(counts[0] == 0.0);
        counts.erase(counts.begin());
        expected.erase(expected.begin());
    }
    const double p = chi_square_p(counts, expected);
    CHECK(p > 0.001);
    CHECK(p < 0.999);
}

template <class Distribution>
Cdf cdf_of(const Distribution& distribution) {
    return [=](double x) { return cdf(distribution, x); };
}

template <class Distribution>
Cdf truncated_cdf(const Distribution& distribution, double from, double to) {
    const double below = cdf(distribution, from);
    const double mass = (std::isfinite(to) ? cdf(distribution, to) : 1.0) - below;
    return [=](double x) { return (cdf(distribution, x) - below) / mass; };
}

boost::math::lognormal_distribution<long double> boost_lognormal(long double mean, long double sigma) {
    return {std::log(mean) - sigma * sigma / 2, sigma};
}

} // namespace

TEST_CASE("Continuous samplers pass Anderson-Darling and chi-square against their exact distributions") {
    namespace bm = boost::math;
    const bm::lognormal lognormal(std::log(12.7) - 1.57 * 1.57 / 2.0, 1.57);
    check_fit(
        "exponential", [](auto& s) { return sim::exponential(s.next(), 3.0); }, cdf_of(bm::exponential(1.0 / 3.0)), 1);
    check_fit("normal", [](auto& s) { return sim::normal(s.next(), 5.0, 2.0); }, cdf_of(bm::normal(5.0, 2.0)), 2);
    check_fit("weibull", [](auto& s) { return sim::weibull(s.next(), 0.7, 4.0); }, cdf_of(bm::weibull(0.7, 4.0)), 3);
    check_fit("lognormal", [d = sim::Lognormal(12.7, 1.57)](auto& s) { return d(s.next()); }, cdf_of(lognormal), 4);
    check_fit(
        "gamma 0.3", [](auto& s) { return sim::gamma(s, 0.3, 6.0); }, cdf_of(bm::gamma_distribution(0.3, 20.0)), 5);
    check_fit("gamma 1", [](auto& s) { return sim::gamma(s, 1.0, 6.0); }, cdf_of(bm::gamma_distribution(1.0, 6.0)), 6);
    check_fit(
        "gamma 7.4", [](auto& s) { return sim::gamma(s, 7.4, 7.4); }, cdf_of(bm::gamma_distribution(7.4, 1.0)), 7);
    check_fit("erlang", [](auto& s) { return sim::erlang(s, 4, 8.0); }, cdf_of(bm::gamma_distribution(4.0, 2.0)), 8);

    const std::vector<double> weights{3.0, 1.0};
    const std::vector<double> means{1.0, 9.0};
    check_fit(
        "hyperexponential",
        [h = sim::Hyperexponential(weights, means)](auto& s) {
            const double choice = s.next();
            return h(choice, s.next());
        },
        [](double x) { return 1.0 - 0.75 * std::exp(-x) - 0.25 * std::exp(-x / 9.0); }, 9);
    const std::vector<sim::Lognormal> parts{{2.0, 0.5}, {20.0, 1.0}};
    check_fit(
        "mixture",
        [m = sim::Mixture(weights, parts)](auto& s) {
            const double choice = s.next();
            return m(choice, s.next());
        },
        [](double x) {
            return 0.75 * cdf(bm::lognormal(std::log(2.0) - 0.125, 0.5), x) +
                   0.25 * cdf(bm::lognormal(std::log(20.0) - 0.5, 1.0), x);
        },
        10);
    check_fit(
        "truncated exponential",
        [t = sim::Truncated(sim::Exponential(3.0), 1.0, 14.0)](auto& s) { return t(s.next()); },
        truncated_cdf(bm::exponential(1.0 / 3.0), 1.0, 14.0), 11);
    check_fit(
        "truncated normal",
        [t = sim::Truncated(sim::Normal(5.0, 2.0), 0.0, kInfinity)](auto& s) { return t(s.next()); },
        truncated_cdf(bm::normal(5.0, 2.0), 0.0, kInfinity), 12);
    check_fit(
        "truncated weibull", [t = sim::Truncated(sim::Weibull(0.7, 4.0), 0.0, 5.0)](auto& s) { return t(s.next()); },
        truncated_cdf(bm::weibull(0.7, 4.0), 0.0, 5.0), 13);
    check_fit(
        "truncated lognormal",
        [t = sim::Truncated(sim::Lognormal(12.7, 1.57), 1.0, 365.0)](auto& s) { return t(s.next()); },
        truncated_cdf(lognormal, 1.0, 365.0), 14);
    check_fit(
        "empirical", [e = sim::Empirical({1.0, 2.0, 6.0})](auto& s) { return e(s.next()); },
        [](double x) { return x < 2.0 ? 0.5 * (x - 1.0) : 0.5 + 0.125 * (x - 2.0); }, 15);
}

TEST_CASE("Discrete samplers pass chi-square against their exact probabilities") {
    for (const double mean : {0.3, 4.0, 64.0, 480.0}) {
        check_counts(
            "poisson", [p = sim::Poisson(mean)](auto& s) { return p(s.next()); }, 700,
            [=](double n) { return pdf(boost::math::poisson(mean), n); }, 20);
    }
    std::vector<double> weights;
    for (int i = 0; i < 97; ++i) weights.push_back((i * i) % 31); // some are zero
    double total = 0.0;
    for (const double weight : weights) total += weight;
    const Cdf share = [&](double i) { return weights[static_cast<std::size_t>(i)] / total; };
    check_counts("discrete", [d = sim::Discrete(weights)](auto& s) { return d(s.next()); }, 97, share, 21);
    check_counts("alias", [a = sim::AliasTable(weights)](auto& s) { return a(s.next()); }, 97, share, 22);
    check_counts(
        "resample", [e = sim::Empirical({0.0, 1.0, 2.0, 4.0})](auto& s) { return e.resample(s.next()); }, 5,
        [](double i) { return i == 3.0 ? 0.0 : 0.25; }, 23);
    // A mixture's parts may take a sequence.
    struct Gamma {
        double shape;
        double operator()(sim::RandomSequence& s) const { return sim::gamma(s, shape, 1.0) < 1.0 ? 0.0 : 1.0; }
    };
    const std::vector<double> halves{1.0, 1.0};
    const double below = 0.5 * (cdf(boost::math::gamma_distribution(0.5, 2.0), 1.0) +
                                cdf(boost::math::gamma_distribution(3.0, 1.0 / 3), 1.0));
    check_counts(
        "mixture of gammas",
        [m = sim::Mixture(halves, std::vector<Gamma>{{0.5}, {3.0}})](auto& s) { return m(s.next(), s); }, 2,
        [=](double i) { return i == 0.0 ? below : 1.0 - below; }, 24);
}

TEST_CASE("The alias table gives every index exactly its share of a fine grid") {
    for (const std::size_t n : {1U, 2U, 3U, 10U, 1000U}) {
        std::vector<double> weights(n);
        double total = 0.0;
        for (std::size_t i = 0; i < n; ++i) total += weights[i] = static_cast<double>((i * 7 + 1) % 5);
        const sim::AliasTable table(weights);
        std::vector<double> counts(n);
        const int steps = 1'000'000;
        for (int i = 0; i < steps; ++i) ++counts[static_cast<std::size_t>(table((i + 0.5) / steps))];
        // An index's share is made of pieces: each may be off by one step, and there are 2 n in all.
        double off = 0.0;
        for (std::size_t i = 0; i < n; ++i) off += std::abs(counts[i] - weights[i] / total * steps);
        CHECK(off <= 2.0 * static_cast<double>(n));
        for (std::size_t i = 0; i < n; ++i) CHECK((weights[i] > 0.0 || counts[i] == 0.0));
        CHECK(table(1.0 - 0x1p-53) < static_cast<int>(n)); // the largest uniform
    }
    const std::vector<double> negative{1.0, -1.0};
    const std::vector<double> nothing{0.0, 0.0};
    CHECK_THROWS_AS(sim::AliasTable(negative), std::invalid_argument);
    CHECK_THROWS_AS(sim::AliasTable(nothing), std::invalid_argument);
}

TEST_CASE("Quantile functions are exact out to 1e-9 and beyond in both tails") {
    using boost::math::complement;
    const boost::math::normal_distribution<long double> normal;
    const boost::math::exponential_distribution<long double> exponential(1.0L / 3.0L);
    const boost::math::weibull_distribution<long double> weibull(0.7L, 4.0L);
    const auto lognormal = boost_lognormal(12.7L, 1.57L);
    const sim::Lognormal ours(12.7, 1.57);
    for (const double about : {0x1p-53, 1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 0.1}) {
        // A uniform as streams give them: 1 - u is exact.
        const double u = (std::floor(about * 0x1p52) + 0.5) * 0x1p-52;
        INFO(u);
        const auto near = [](double value, long double expected) {
            return Approx(static_cast<double>(expected)).epsilon(1e-13) == value;
        };
        CHECK(near(sim::normal(u, 0.0, 1.0), quantile(normal, u)));
        CHECK(near(sim::normal(1.0 - u, 0.0, 1.0), quantile(complement(normal, u))));
        CHECK(near(sim::exponential(u, 3.0), quantile(exponential, u)));
        CHECK(near(sim::exponential(1.0 - u, 3.0), quantile(complement(exponential, u))));
        CHECK(near(sim::weibull(u, 0.7, 4.0), quantile(weibull, u)));
        CHECK(near(sim::weibull(1.0 - u, 0.7, 4.0), quantile(complement(weibull, u))));
        CHECK(near(ours(u), quantile(lognormal, u)));
        CHECK(near(ours(1.0 - u), quantile(complement(lognormal, u))));
    }
}

namespace {

// Checks the four functions of a distribution against Boost's, by relative error, from 1e-300 up to the median.
template <class Ours, class Theirs>
void check_both_tails(const Ours& ours, const Theirs& theirs) {
    using boost::math::complement;
    for (const double p : {1e-300, 1e-30, 1e-9, 1e-3, 0.2, 0.4999}) {
        INFO(p);
        const auto low = static_cast<double>(quantile(theirs, static_cast<long double>(p)));
        const auto high = static_cast<double>(quantile(complement(theirs, static_cast<long double>(p))));
        CHECK(ours.quantile(p) == Approx(low).epsilon(1e-13));
        CHECK(ours.quantile_above(p) == Approx(high).epsilon(1e-13));
        // x is rounded to 1.1e-16 of itself, which the tail magnifies: a normal's by x^2, 1400 at 1e-300.
        CHECK(ours.cdf(low) == Approx(static_cast<double>(cdf(theirs, static_cast<long double>(low)))).epsilon(3e-12));
        CHECK(ours.survival(high) ==
              Approx(static_cast<double>(cdf(complement(theirs, static_cast<long double>(high))))).epsilon(3e-12));
    }
}

// A truncated distribution against the same formula in long double, from the side where it has digits.
template <class Ours, class Theirs>
void check_truncated(const Ours& ours, const Theirs& theirs, double from, double to) {
    using boost::math::complement;
    const sim::Truncated truncated(ours, from, to);
    const bool above = from > median(theirs);
    const auto probability = [&](double x) -> long double {
        if (!std::isfinite(x)) return (x > 0.0) == above ? 0.0L : 1.0L;
        return above ? cdf(complement(theirs, static_cast<long double>(x))) : cdf(theirs, static_cast<long double>(x));
    };
    double last = from;
    for (int i = 1; i < 1000; ++i) {
        const double u = i / 1000.0;
        const long double p = probability(from) + u * (probability(to) - probability(from));
        const auto expected = static_cast<double>(above ? quantile(complement(theirs, p)) : quantile(theirs, p));
        CHECK(truncated(u) == Approx(expected).epsilon(1e-12));
        CHECK(truncated(u) >= last);
        last = truncated(u);
    }
    CHECK(truncated(0x1p-53) >= from);
    CHECK(truncated(1.0 - 0x1p-53) <= to);
}

} // namespace

TEST_CASE("Distribution functions and their inverses keep their digits in both tails") {
    check_both_tails(sim::Exponential(3.0), boost::math::exponential_distribution<long double>(1.0L / 3.0L));
    check_both_tails(sim::Normal(0.0, 2.0), boost::math::normal_distribution<long double>(0.0L, 2.0L));
    check_both_tails(sim::Weibull(0.7, 4.0), boost::math::weibull_distribution<long double>(0.7L, 4.0L));
    check_both_tails(sim::Lognormal(12.7, 1.57), boost_lognormal(12.7L, 1.57L));
    CHECK(sim::Exponential(3.0).cdf(-1.0) == 0.0);
    CHECK(sim::Weibull(2.0, 3.0).survival(-1.0) == 1.0);
    CHECK(sim::Lognormal(3.0, 1.0).cdf(-1.0) == 0.0);
    CHECK(sim::Lognormal(3.0, 1.0).survival(kInfinity) == 0.0);
}

TEST_CASE("Truncated samplers are exact in the middle and far out in either tail and rise with u") {
    const boost::math::exponential_distribution<long double> exponential(1.0L / 3.0L);
    const boost::math::normal_distribution<long double> normal(5.0L, 2.0L);
    const boost::math::weibull_distribution<long double> weibull(0.7L, 4.0L);
    const auto lognormal = boost_lognormal(12.7L, 1.57L);
    check_truncated(sim::Exponential(3.0), exponential, 0.0, 10.0);
    check_truncated(sim::Exponential(3.0), exponential, 1e-12, 1e-9);
    check_truncated(sim::Exponential(3.0), exponential, 300.0, 301.0); // e^-100
    check_truncated(sim::Normal(5.0, 2.0), normal, 4.0, 6.5);
    check_truncated(sim::Normal(5.0, 2.0), normal, 25.0, kInfinity); // ten standard deviations
    check_truncated(sim::Normal(5.0, 2.0), normal, -kInfinity, -15.0);
    check_truncated(sim::Weibull(0.7, 4.0), weibull, 1.0, 30.0);
    check_truncated(sim::Weibull(0.7, 4.0), weibull, 1e-10, 1e-8);
    check_truncated(sim::Weibull(0.7, 4.0), weibull, 300.0, kInfinity);
    check_truncated(sim::Lognormal(12.7, 1.57), lognormal, 1.0, 365.0);
    check_truncated(sim::Lognormal(12.7, 1.57), lognormal, 1e-6, 1e-5);
    check_truncated(sim::Lognormal(12.7, 1.57), lognormal, 1e5, kInfinity);
    // An end where nothing can lie changes nothing.
    CHECK(sim::Truncated(sim::Exponential(3.0), -1.0, 10.0)(0.3) ==
          sim::Truncated(sim::Exponential(3.0), 0.0, 10.0)(0.3));
    CHECK_THROWS_AS(sim::Truncated(sim::Normal(0.0, 1.0), 2.0, 1.0), std::invalid_argument);
    CHECK_THROWS_AS(sim::Truncated(sim::Normal(0.0, 1.0), 50.0, 60.0), std::invalid_argument); // 1e-545 is 0
}

TEST_CASE("Empirical samplers go through the given values") {
    const sim::Empirical empirical({1.0, 2.0, 6.0});
    CHECK(empirical(0x1p-53) == Approx(1.0).epsilon(1e-15));
    CHECK(empirical(0.25) == 1.5);
    CHECK(empirical(0.5) == 2.0);
    CHECK(empirical(0.75) == 4.0);
    CHECK(empirical(1.0 - 0x1p-53) == Approx(6.0).epsilon(1e-15));
    CHECK(empirical.resample(0.333) == 1.0);
    CHECK(empirical.resample(0.334) == 2.0);
    CHECK(empirical.resample(1.0 - 0x1p-53) == 6.0);
    CHECK(sim::Empirical({3.0})(0.7) == 3.0);
    CHECK_THROWS_AS(sim::Empirical({}), std::invalid_argument);
    CHECK_THROWS_AS(sim::Empirical({2.0, 1.0}), std::invalid_argument);
}

TEST_CASE("A balanced hyperexponential has the mean and variation asked for") {
    // By quadrature over the uniform numbers: the mean of (choice, u) over a grid of midpoints, whose error is the
    // tail beyond 1 - 1/4000.
    const sim::Hyperexponential balanced = sim::Hyperexponential::balanced(5.0, 4.0);
    double sum = 0.0;
    double squares = 0.0;
    const int steps = 2000;
    for (int i = 0; i < steps; ++i) {
        for (int j = 0; j < steps; ++j) {
            const double x = balanced((i + 0.5) / steps, (j + 0.5) / steps);
            sum += x / steps / steps;
            squares += x * x / steps / steps;
        }
    }
    CHECK(sum == Approx(5.0).epsilon(0.001));
    CHECK(squares / (sum * sum) - 1.0 == Approx(4.0).epsilon(0.01));
    CHECK_THROWS_AS(sim::Hyperexponential::balanced(5.0, 0.9), std::invalid_argument);
    const std::vector<double> one{1.0};
    const std::vector<double> two{1.0, 2.0};
    CHECK_THROWS_AS(sim::Hyperexponential(one, two), std::invalid_argument);
}

TEST_CASE("Distributions with impossible parameters are refused") {
    CHECK_THROWS_AS(sim::Exponential(0.0), std::invalid_argument);
    CHECK_THROWS_AS(sim::Normal(0.0, 0.0), std::invalid_argument);
    CHECK_THROWS_AS(sim::Weibull(0.0, 1.0), std::invalid_argument);
    CHECK_THROWS_AS(sim::Weibull(1.0, 0.0), std::invalid_argument);
}
