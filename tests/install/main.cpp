// Uses something of the installed libraries: need's Erlang B, the same loss found by simulating an M/M/c/c with the
// kernel on two threads, and care's table of measures. Exits 0 when the two agree within four standard errors.
#include "models/care/measures.hpp"
#include "models/need/beds/erlang.hpp"
#include "sim/clock.hpp"
#include "sim/experiment/experiment.hpp"
#include "sim/numerics/random_stream.hpp"
#include "sim/numerics/samplers.hpp"
#include "sim/resource.hpp"
#include "sim/statistics.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace {

namespace sim = framsyn::sim;

constexpr int beds = 4;
constexpr double arrivals_per_day = 3.0;
constexpr double mean_stay_days = 1.0;

enum EventClass : unsigned { discharge, arrival };

/// The share of arrivals that found all beds taken in one trial of 2 000 days, after 50 days of warm-up.
double lost_share(std::size_t trial) {
    const sim::RandomStream stream({.seed = 1, .replication = static_cast<std::uint32_t>(trial)});
    sim::RandomSequence luck(stream);
    sim::EventQueue queue;
    sim::Clock clock;
    sim::Pool pool(beds);
    sim::Tally lost;
    queue.push(sim::Time(), arrival, 0);
    sim::run_until(queue, clock, sim::Time(2050.0), [&](const sim::Event& event) {
        if (event.event_class() == discharge) return pool.release();
        queue.push(clock.now() + sim::exponential(luck.next(), 1.0 / arrivals_per_day), arrival, 0);
        if (clock.now() > sim::Time(50.0)) lost.add(pool.has_free() ? 0.0 : 1.0);
        if (!pool.has_free()) return;
        pool.take();
        queue.push(clock.now() + sim::exponential(luck.next(), mean_stay_days), discharge, 0);
    });
    return lost.mean();
}

} // namespace

int main() {
    const auto experiment = sim::run_experiment<double>(40, lost_share, {.threads = 2});
    const double expected = framsyn::need::erlang_b(beds, arrivals_per_day * mean_stay_days);
    const double found = sim::mean(experiment.results);
    const double error = std::sqrt(sim::variance(experiment.results) / 40.0);
    std::printf("lost: %.4f by formula, %.4f ± %.4f by simulation; care knows %zu measures\n", expected, found, error,
                framsyn::care::measure_table().size());
    return experiment.report.all_completed() && std::abs(found - expected) < 4.0 * error ? 0 : 1;
}
