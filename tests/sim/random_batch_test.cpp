#include "sim/numerics/batch.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"
#include "sim/numerics/samplers.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

using namespace framsyn;

namespace {

using Batch = std::function<void(std::span<const double>, std::span<double>)>;
using One = std::function<double(double)>;

// How many of the values differ in a bit. The input is cut into pieces of all lengths about the length of a chunk, and
// each piece is computed into another place and in its own.
int different(const Batch& batch, const One& one, const std::vector<double>& x) {
    std::vector<double> apart(x.size());
    std::vector<double> in_place = x;
    std::size_t length = 1;
    for (std::size_t from = 0; from < x.size(); from += length, length = length % 600 + 1) {
        const std::size_t size = std::min(length, x.size() - from);
        batch(std::span(x).subspan(from, size), std::span(apart).subspan(from, size));
        batch(std::span(in_place).subspan(from, size), std::span(in_place).subspan(from, size));
    }
    int count = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const auto expected = std::bit_cast<std::uint64_t>(one(x[i]));
        if (std::bit_cast<std::uint64_t>(apart[i]) != expected) ++count;
        if (std::bit_cast<std::uint64_t>(in_place[i]) != expected) ++count;
    }
    return count;
}

std::vector<double> uniforms(std::size_t n, std::uint32_t purpose) {
    const sim::RandomStream stream({2024, 0, purpose, 11});
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i) values[i] = stream.block(i).uniform(0);
    return values;
}

// Every limit at which a function changes its formula, with the four doubles on either side, and what is no number.
std::vector<double> special_values() {
    const double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> values{infinity, -infinity, std::numeric_limits<double>::quiet_NaN(), -0.0};
    for (const double limit : {0.0, 1.0, 0.5, 0.075, 0.925, 0x1p-36, 1.0 - 0x1p-36, 1.3887943864964021e-11, // e^-25
                               0.70710678118654752, 1.4142135623730951, std::numeric_limits<double>::min(),
                               std::numeric_limits<double>::max(), 690.0, 693.2, 709.79, 745.2}) {
        for (const double sign : {1.0, -1.0}) {
            double up = sign * limit;
            double down = up;
            for (int step = 0; step < 5; ++step) {
                values.push_back(up);
                values.push_back(down);
                up = std::nextafter(up, infinity);
                down = std::nextafter(down, -infinity);
            }
        }
    }
    return values;
}

} // namespace

TEST_CASE("Batches of exp, log and the normal quantile have the bits of the single values") {
    constexpr std::size_t kValues = 400'000;
    const std::vector<double> u = uniforms(kValues, 1);
    std::vector<double> wide(kValues); // of all magnitudes that exp takes
    std::vector<double> any(kValues);  // bits that nobody chose: also NaN, infinite, subnormal
    std::vector<double> tails(kValues);
    const sim::RandomStream stream({2024, 0, 2, 11});
    for (std::size_t i = 0; i < kValues; ++i) {
        wide[i] = 1600.0 * (u[i] - 0.5);
        any[i] = std::bit_cast<double>(stream.block(i).bits(0));
        tails[i] = i % 2 == 0 ? sim::exp(-60.0 * u[i]) : 1.0 - sim::exp(-36.0 * u[i]);
    }
    // Alone, so that none sends the others of its chunk down the careful way, and among others.
    const std::vector<double> special = special_values();
    std::vector<double> mixed = u;
    for (std::size_t i = 0; i < special.size(); ++i) mixed[i * 1009] = special[i];

    for (const sim::Vectors vectors : {sim::Vectors::portable, sim::Vectors::widest}) {
        const Batch exp = [=](auto x, auto out) { sim::exp_batch(x, out, vectors); };
        const Batch log = [=](auto x, auto out) { sim::log_batch(x, out, vectors); };
        const Batch quantile = [=](auto x, auto out) { sim::normal_quantile_batch(x, out, vectors); };
        for (const auto& values : {u, wide, any, tails, special, mixed}) {
            CHECK(different(exp, sim::exp, values) == 0);
            CHECK(different(log, sim::log, values) == 0);
            CHECK(different(quantile, sim::normal_quantile, values) == 0);
        }
    }
}

TEST_CASE("Batches of samplers have the bits of the single values") {
    const std::vector<double> u = uniforms(200'000, 3);
    const sim::Lognormal lognormal(12.7, 1.57);
    CHECK(different([&](auto x, auto out) { lognormal.batch(x, out); }, lognormal, u) == 0);
    CHECK(different([](auto x, auto out) { sim::exponential_batch(x, 3.7, out); },
                    [](double x) { return sim::exponential(x, 3.7); }, u) == 0);
    CHECK(different([](auto x, auto out) { sim::weibull_batch(x, 0.7, 3.7, out); },
                    [](double x) { return sim::weibull(x, 0.7, 3.7); }, u) == 0);
}

TEST_CASE("Batches of Philox and of blocks are those of one at a time") {
    constexpr std::uint64_t kLast = ~std::uint64_t{0};
    const sim::RandomStream stream({1, 2, 3, 4});
    for (std::size_t n = 0; n < 600; n = n < 40 ? n + 1 : n + 101) {
        std::vector<sim::PhiloxCounter> counters(n);
        for (std::size_t i = 0; i < n; ++i) counters[i] = stream.block(kLast - i).words;
        for (const sim::Vectors vectors : {sim::Vectors::portable, sim::Vectors::widest}) {
            std::vector<sim::PhiloxCounter> out(n);
            std::vector<sim::PhiloxCounter> in_place = counters;
            sim::philox_batch(counters, {0xfffffff0U, 7}, out, vectors);
            sim::philox_batch(in_place, {0xfffffff0U, 7}, in_place, vectors);
            bool same = in_place == out;
            for (std::size_t i = 0; i < n; ++i) same = same && out[i] == sim::philox(counters[i], {0xfffffff0U, 7});
            CHECK(same);
        }
        // Across the end of the index's low word, and of the whole index.
        for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{0xfffffff0U}, kLast - 5}) {
            std::vector<sim::RandomBlock> following(n);
            std::vector<sim::RandomBlock> listed(n);
            std::vector<std::uint64_t> indices(n);
            for (std::size_t i = 0; i < n; ++i) indices[i] = (first + i) * 256;
            stream.blocks(first, following);
            stream.blocks(indices, listed);
            bool same = true;
            for (std::size_t i = 0; i < n; ++i) {
                same = same && following[i].words == stream.block(first + i).words;
                same = same && listed[i].words == stream.block(indices[i]).words;
            }
            CHECK(same);
        }
    }
}

TEST_CASE("A batch whose output has another length is refused") {
    const std::vector<double> u{0.1, 0.2};
    std::vector<double> out(3);
    const std::vector<sim::PhiloxCounter> counters(2);
    std::vector<sim::PhiloxCounter> words(1);
    const std::vector<std::uint64_t> indices(2);
    std::vector<sim::RandomBlock> blocks(3);
    CHECK_THROWS_AS(sim::exp_batch(u, out), std::invalid_argument);
    CHECK_THROWS_AS(sim::log_batch(u, out), std::invalid_argument);
    CHECK_THROWS_AS(sim::normal_quantile_batch(u, out), std::invalid_argument);
    CHECK_THROWS_AS(sim::exponential_batch(u, 1.0, out), std::invalid_argument);
    CHECK_THROWS_AS(sim::weibull_batch(u, 1.0, 1.0, out), std::invalid_argument);
    CHECK_THROWS_AS(sim::Lognormal(1.0, 1.0).batch(u, out), std::invalid_argument);
    CHECK_THROWS_AS(sim::philox_batch(counters, {0, 0}, words), std::invalid_argument);
    CHECK_THROWS_AS(sim::RandomStream({}).blocks(indices, blocks), std::invalid_argument);
}
