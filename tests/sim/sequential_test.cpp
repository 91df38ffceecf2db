#include "sim/experiment/sequential.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

#include <atomic>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

using namespace framsyn;

namespace {

/// Three measures of one replication: mean 10 and standard deviation 2, mean 0 and standard deviation 1, always 5.
struct Normal {
    std::uint64_t seed = 23;
    std::vector<double> operator()(std::size_t trial) const {
        const sim::RandomBlock luck = sim::RandomStream({seed, static_cast<std::uint32_t>(trial), 0, 0}).block(0);
        return {10.0 + 2.0 * sim::normal_quantile(luck.uniform(0)), sim::normal_quantile(luck.uniform(1)), 5.0};
    }
};

sim::SequentialOptions options_for(int threads) {
    sim::SequentialOptions options;
    options.experiment.threads = threads;
    options.experiment.seed = 17;
    return options;
}

const std::vector<sim::Precision> kWanted{{0.0, 0.03}, {0.2, 0.0}, {0.0, 1e-6}};

} // namespace

TEST_CASE("Replications stop at the end of the first round in which every measure is precise enough") {
    const auto result = sim::run_until_precise(kWanted, Normal{}, options_for(1));
    REQUIRE(result.end == sim::SequentialEnd::reached);
    CHECK(result.level == Approx(1.0 - 0.05 / 3.0).epsilon(1e-15));
    // The rule again, on prefixes of its own numbers.
    const auto precise = [&](std::size_t count) {
        bool all = true;
        for (std::size_t measure = 0; measure < 3; ++measure) {
            std::vector<double> values;
            for (std::size_t i = 0; i < count; ++i) values.push_back(Normal{}(i)[measure]);
            const auto interval = sim::mean_interval(values, 1.0 - 0.05 / 3.0);
            const double wanted = measure == 1 ? 0.2 : kWanted[measure].relative * interval.mean;
            all = all && interval.half_width <= wanted;
        }
        return all;
    };
    std::size_t expected = 20;
    while (!precise(expected)) expected += 20;
    CHECK(result.replications == expected);
    CHECK(expected > 40); // t * 2 / sqrt(n) <= 0.3 and t / sqrt(n) <= 0.2 need some 250 and 140
    CHECK(result.values.size() == expected);
    CHECK(result.values[41] == Normal{}(41));
    CHECK(result.measures[0].reached);
    CHECK(result.measures[2].interval.mean == 5.0);
    CHECK(result.measures[2].interval.half_width == 0.0);
    CHECK(result.report.all_completed());
    CHECK(result.report.completed.size() == expected);
}

TEST_CASE("The number of threads changes no bit of a sequential experiment") {
    const auto serial = sim::run_until_precise(kWanted, Normal{}, options_for(1));
    for (const int threads : {2, 3, 4}) {
        const auto parallel = sim::run_until_precise(kWanted, Normal{}, options_for(threads));
        CHECK(parallel.replications == serial.replications);
        CHECK(parallel.values == serial.values);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(parallel.measures[i].interval.mean == serial.measures[i].interval.mean);
            CHECK(parallel.measures[i].interval.half_width == serial.measures[i].interval.half_width);
        }
    }
}

TEST_CASE("At the maximum it says which measures are precise enough") {
    auto options = options_for(2);
    options.maximum = 50; // two rounds and a half
    const auto result = sim::run_until_precise(kWanted, Normal{}, options);
    CHECK(result.end == sim::SequentialEnd::maximum);
    CHECK(result.replications == 50);
    CHECK_FALSE(result.measures[0].reached);
    CHECK_FALSE(result.measures[1].reached);
    CHECK(result.measures[2].reached);
}

TEST_CASE("Sequential intervals hold all their means together nearly as often as they say") {
    // 400 experiments; the stop is chosen by the data, so that somewhat less than 95 % is allowed: four standard
    // deviations below 93 %, which is 351. A tenth of the half-width, or one round of 2, would hold far fewer.
    int hits = 0;
    double replications = 0.0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const auto result = sim::run_until_precise(kWanted, Normal{seed}, options_for(1));
        const auto holds = [&](std::size_t measure, double mean) {
            return std::fabs(result.measures[measure].interval.mean - mean) <=
                   result.measures[measure].interval.half_width;
        };
        hits += result.end == sim::SequentialEnd::reached && holds(0, 10.0) && holds(1, 0.0) && holds(2, 5.0) ? 1 : 0;
        replications += static_cast<double>(result.replications) / 400;
    }
    CHECK(hits >= 351);
    // By the fixed-sample formula (2.394 * 2 / 0.3)^2 = 255 and half a round more.
    CHECK(replications == Approx(265).margin(15));
}

TEST_CASE("A replication that fails in a later round is named and ends the experiment after its round") {
    for (const int threads : {1, 2}) {
        const auto result = sim::run_until_precise(
            kWanted,
            [](std::size_t trial) {
                if (trial == 27) throw std::runtime_error("day 3: the beds ran away");
                return trial == 31 ? std::vector<double>{1.0} : Normal{}(trial);
            },
            options_for(threads));
        CHECK(result.end == sim::SequentialEnd::failed);
        CHECK(result.replications == 40);
        REQUIRE(result.report.failures.size() == 2);
        CHECK(result.report.failures[0].trial == 27);
        CHECK(result.report.failures[0].message == "trial 27, seed 17: day 3: the beds ran away");
        CHECK(result.report.failures[1].message == "trial 31, seed 17: gave 1 values for 3 measures");
        CHECK(result.values[27].empty());
        CHECK(result.report.completed[27] == 0);
        CHECK(result.measures[0].interval.count == 38);
    }
}

TEST_CASE("Sequential experiments can be cancelled and followed") {
    std::atomic<bool> cancel{false};
    auto options = options_for(2);
    options.experiment.cancel = &cancel;
    std::vector<std::size_t> seen;
    options.experiment.progress = [&](std::size_t done, std::size_t total) {
        CHECK(total == 1000);
        seen.push_back(done);
        if (done == 45) cancel = true;
    };
    const auto result = sim::run_until_precise(kWanted, Normal{}, options);
    CHECK(result.end == sim::SequentialEnd::cancelled);
    CHECK(result.report.cancelled);
    CHECK(result.replications == 60);
    REQUIRE(seen.size() >= 45);
    CHECK(seen.size() <= 47); // each thread may finish what it had begun
    for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == i + 1);
    CHECK(result.measures[0].interval.count == static_cast<std::int64_t>(seen.size()));
}

TEST_CASE("A precision that cannot be meant is refused") {
    const auto run = [](const std::vector<sim::Precision>& wanted, const sim::SequentialOptions& options) {
        return sim::run_until_precise(wanted, Normal{}, options);
    };
    CHECK_THROWS_AS(run({}, {}), std::invalid_argument);
    CHECK_THROWS_AS(run({{0.1, 0.0}, {0.0, 0.0}}, {}), std::invalid_argument);
    CHECK_THROWS_AS(run({{-0.1, 0.2}}, {}), std::invalid_argument);
    CHECK_THROWS_AS(run({{std::nan(""), 0.2}}, {}), std::invalid_argument);
    sim::SequentialOptions options;
    options.round = 1;
    CHECK_THROWS_AS(run(kWanted, options), std::invalid_argument);
    options.round = 2000;
    CHECK_THROWS_AS(run(kWanted, options), std::invalid_argument);
    options.round = 20;
    options.confidence = 95;
    CHECK_THROWS_AS(run(kWanted, options), std::invalid_argument);
}

TEST_CASE("An experiment that gets fewer threads than it asked for tells") {
    sim::ExperimentOptions two;
    two.threads = 2;
    const auto nothing = [](std::size_t) { return true; };
    // OpenMP gives no threads to an experiment inside another's; without OpenMP there are none to give.
    const auto inner_gets_fewer = [&](std::size_t) {
        return static_cast<int>(sim::run_experiment<char>(2, nothing, two).report.fewer_threads_than_asked());
    };
    const auto outer = sim::run_experiment<int>(2, inner_gets_fewer, two);
    CHECK(outer.results == std::vector<int>{1, 1});
    CHECK(outer.report.fewer_threads_than_asked() == !sim::has_threads());
    CHECK(outer.report.threads_asked == 2);
    CHECK_FALSE(sim::run_experiment<char>(2, nothing).report.fewer_threads_than_asked());
}
