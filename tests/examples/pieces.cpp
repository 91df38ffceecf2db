// The short pieces of code in docs/kernel.md, so that they are compiled, run and checked.

#include "sim/arrivals.hpp"
#include "sim/clock.hpp"
#include "sim/events/ladder_list.hpp"
#include "sim/experiment/sequential.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/output_analysis.hpp"
#include "sim/resource.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>
#include <vector>

namespace sim = framsyn::sim;

// Order, cancelling and moving.
std::vector<std::uint32_t> order() {
    sim::EventQueue queue;
    const sim::Event alarm = queue.push(sim::Time(5.0), 1, 10);
    const sim::Event train = queue.push(sim::Time(1.0), 2, 20);
    queue.push(sim::Time(1.0), 0, 30);
    queue.push(sim::Time(1.0), 2, 40);
    queue.cancel(alarm);
    const sim::Event late_train = queue.move(train, sim::Time(1.0)); // the same time, but now the last of its class
    queue.cancel(alarm);                                             // again: does nothing
    std::vector<std::uint32_t> payloads;
    while (!queue.empty()) payloads.push_back(queue.pop().payload());
    queue.cancel(late_train); // has happened: does nothing
    return payloads;          // 30, 40, 20
}

// The customers of one process at a rate.
std::vector<std::uint64_t> customers_at(double rate) {
    const sim::CellSize cell{8.0, 0.5}; // fixed, never computed from the rate
    sim::Arrivals<sim::ConstantRate> arrivals({7, 0, 1, 0}, {7, 0, 2, 0}, cell, sim::Time(), sim::Time(100.0), {rate});
    std::vector<sim::Arrival> all;
    while (arrivals.next_slice() < sim::Time(100.0)) arrivals.take_slice(all);
    std::vector<std::uint64_t> customers;
    for (const sim::Arrival& arrival : all) customers.push_back(arrival.customer);
    std::sort(customers.begin(), customers.end());
    return customers;
}

// An operation needs a room and two nurses, or it does not begin.
bool begin_operation(sim::Pool& rooms, sim::Pool& nurses) {
    const std::array<sim::Claim, 2> claims{{{&rooms, 1}, {&nurses, 2}}};
    return sim::take_all(claims);
}

// A customer who is done at the first station keeps its place there until there is a place at the second.
struct TwoStations {
    sim::Pool first{2}, second{1};
    sim::WaitingLine<std::uint32_t, 1> blocked;

    void done_at_first(std::uint32_t customer) {
        if (!second.has_free()) {
            blocked.join(customer, 0); // and first stays taken
            return;
        }
        first.release();
        second.take();
    }

    void done_at_second() {
        second.release();
        if (!blocked.empty()) done_at_first(blocked.leave(blocked.first()));
    }
};

// An urgent customer throws another one out, who keeps what is left of its service.
double interrupt(sim::EventQueue& queue, const sim::Clock& clock, const sim::Event& departure) {
    queue.cancel(departure);
    return departure.time() - clock.now();
}

// As many replications as it takes to know the mean after the warm-up to within 0.05.
sim::SequentialResult until_known(std::vector<double> (*series)(std::size_t replication), std::size_t warm_up) {
    const auto trial = [=](std::size_t replication) {
        const std::vector<double> values = series(replication);
        return std::vector<double>{sim::mean(std::span(values).subspan(warm_up))};
    };
    const std::array<sim::Precision, 1> wanted{{{0.05, 0.0}}}; // absolute, relative
    return sim::run_until_precise(wanted, trial, {});
}

// A model whose event list is chosen where it is used.
template <sim::EventList List>
struct Model {
    sim::BasicEventQueue<List> queue;
    sim::Clock clock;
};
using ModelWithLadder = Model<sim::LadderList>;

// A series that begins at 5 and settles at 0, with noise.
std::vector<double> settling(std::size_t replication) {
    const sim::RandomStream stream({1, static_cast<std::uint32_t>(replication), 9, 0});
    std::vector<double> series(1000);
    for (std::size_t i = 0; i < series.size(); ++i)
        series[i] = sim::normal(stream.block(i).uniform(0), 5.0 * sim::exp(-static_cast<double>(i) / 20.0), 3.0);
    return series;
}

bool right = true;

void check(bool holds, const char* what) {
    if (!holds) std::printf("wrong: %s\n", what);
    right = right && holds;
}

int main() {
    check(order() == std::vector<std::uint32_t>{30, 40, 20}, "order");

    const std::vector<std::uint64_t> some = customers_at(1.0), more = customers_at(1.3);
    check(more.size() > some.size(), "a higher rate adds customers");
    check(std::includes(more.begin(), more.end(), some.begin(), some.end()), "a higher rate keeps customers");

    sim::Pool rooms(3), nurses(3);
    check(begin_operation(rooms, nurses) && !begin_operation(rooms, nurses), "two operations need four nurses");
    check(rooms.in_use() == 1 && nurses.in_use() == 2, "all or nothing");
    rooms.take(2);
    rooms.change_capacity(-2);
    check(rooms.excess() == 2 && !rooms.has_free(), "nobody is thrown out");

    TwoStations stations;
    stations.first.take(2);
    stations.done_at_first(1);
    stations.done_at_first(2);
    check(stations.first.in_use() == 1 && stations.blocked.size() == 1, "the second is blocked");
    stations.done_at_second();
    check(stations.first.in_use() == 0 && stations.second.in_use() == 1, "and goes on");

    ModelWithLadder model;
    model.queue.push(sim::Time(3.0), 0, 0);
    run_until(model.queue, model.clock, sim::Time(3.0), [](const sim::Event&) { check(false, "the end is excluded"); });
    check(!model.queue.empty() && model.clock.now() == sim::Time(3.0), "what is due at the end stays");

    sim::EventQueue queue;
    const sim::Clock clock;
    check(interrupt(queue, clock, queue.push(sim::Time(2.0), 0, 0)) == 2.0 && queue.empty(), "preemption");

    std::vector<std::vector<double>> pilot;
    for (std::size_t replication = 0; replication < 20; ++replication) pilot.push_back(settling(1000 + replication));
    const sim::Truncation warm_up = sim::mser5(sim::mean_path(pilot));
    check(warm_up.found && warm_up.warm_up >= 25 && warm_up.warm_up <= 150, "MSER-5");
    const sim::SequentialResult result = until_known(settling, 200);
    const sim::MeanInterval mean = result.measures[0].interval;
    check(result.end == sim::SequentialEnd::reached && std::abs(mean.mean) < 0.05, "sequential");
    std::printf("warm-up %zu, mean %.3f +- %.3f\n", warm_up.warm_up, mean.mean, mean.half_width);
    return right ? 0 : 1;
}
