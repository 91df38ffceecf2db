#include "sim/experiment/experiment.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace framsyn;

namespace {

sim::ExperimentOptions on_threads(int threads) {
    sim::ExperimentOptions options;
    options.threads = threads;
    options.seed = 17;
    return options;
}

double random_work(std::size_t trial) {
    const sim::RandomStream stream({17, static_cast<std::uint32_t>(trial), 0, 0});
    double sum = 0.0;
    for (std::uint64_t i = 0; i < 1000 + trial * 37 % 500; ++i) sum += stream.block(i).uniform(0);
    return sum;
}

} // namespace

TEST_CASE("Results are the same, and in trial order, for 1, 2 and 4 threads") {
    const auto serial = sim::run_experiment<double>(101, random_work, on_threads(1));
    for (const int threads : {2, 4}) {
        const auto parallel = sim::run_experiment<double>(101, random_work, on_threads(threads));
        CHECK(parallel.results == serial.results);
        CHECK(parallel.report.all_completed());
    }
    CHECK(serial.results[7] == random_work(7));
    CHECK(serial.report.threads_used == 1);
}

TEST_CASE("Several threads really run trials at the same time") {
    if (!sim::has_threads()) return;
    // Each trial waits until the other has begun: with one thread the wait would reach its limit of 20
    // seconds.
    std::atomic<int> begun{0};
    const auto meet = [&](std::size_t) {
        ++begun;
        for (int i = 0; begun.load() < 2 && i < 20'000; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return begun.load();
    };
    const auto experiment = sim::run_experiment<int>(2, meet, on_threads(2));
    CHECK(experiment.results == std::vector<int>{2, 2});
    CHECK(experiment.report.threads_used == 2);
}

TEST_CASE("A trial that fails is named with its seed and costs no other trial") {
    for (const int threads : {1, 2}) {
        const auto experiment = sim::run_experiment<int>(
            10,
            [](std::size_t trial) {
                if (trial == 3) throw std::runtime_error("the beds ran away");
                if (trial == 6) throw 42; // something that is no std::exception
                return static_cast<int>(trial) + 1;
            },
            on_threads(threads));
        REQUIRE(experiment.report.failures.size() == 2);
        CHECK(experiment.report.failures[0].trial == 3);
        CHECK(experiment.report.failures[0].message == "trial 3, seed 17: the beds ran away");
        CHECK(experiment.report.failures[1].trial == 6);
        CHECK_FALSE(experiment.report.all_completed());
        CHECK_FALSE(experiment.report.cancelled);
        CHECK(experiment.results == std::vector<int>{1, 2, 3, 0, 5, 6, 0, 8, 9, 10});
    }
}

TEST_CASE("Progress counts every trial once and rises") {
    auto options = on_threads(4);
    std::vector<std::size_t> seen;
    options.progress = [&](std::size_t done, std::size_t total) {
        CHECK(total == 20);
        seen.push_back(done);
    };
    (void)sim::run_experiment<double>(20, random_work, options);
    REQUIRE(seen.size() == 20);
    for (std::size_t i = 0; i < 20; ++i) CHECK(seen[i] == i + 1);
}

TEST_CASE("After cancelling no trial is begun") {
    for (const int threads : {1, 2}) {
        std::atomic<bool> cancel{false};
        auto options = on_threads(threads);
        options.cancel = &cancel;
        const auto experiment = sim::run_experiment<int>(
            100,
            [&](std::size_t) {
                cancel = true;
                return 1;
            },
            options);
        CHECK(experiment.report.cancelled);
        CHECK_FALSE(experiment.report.all_completed());
        CHECK(std::count(experiment.report.completed.begin(), experiment.report.completed.end(), 1) <= threads);
    }
}

TEST_CASE("No trials give no results, and an error of the progress callback reaches the caller") {
    CHECK(sim::run_experiment<int>(0, [](std::size_t) { return 1; }).results.empty());
    for (const int threads : {1, 2}) {
        auto options = on_threads(threads);
        options.progress = [](std::size_t, std::size_t) { throw std::runtime_error("no terminal"); };
        CHECK_THROWS_AS(sim::run_experiment<double>(5, random_work, options), std::runtime_error);
    }
}
