// A bank: customers come at random, tellers serve them first come, first served, and those who lose patience leave.
// Ten long replications, counted exactly and compared with Erlang's formula with impatience. Times are in minutes.

#include "sim/clock.hpp"
#include "sim/experiment/experiment.hpp"
#include "sim/numerics/samplers.hpp"
#include "sim/output_analysis.hpp"
#include "sim/resource.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>

namespace sim = framsyn::sim;

constexpr double kGap = 1.0, kService = 4.5, kPatience = 6.0; // means
constexpr int kTellers = 4;
constexpr sim::Time kWarmUp(500.0), kEnd(100500.0);

enum EventClass : unsigned { kDeparture, kGivingUp, kArrival }; // in this order at one instant
enum Purpose : std::uint32_t { kForGap, kForService, kForPatience };

struct Bank {
    struct Waiting {
        std::uint64_t customer = 0;
        sim::Event giving_up;
    };

    std::uint32_t replication = 0;
    sim::EventQueue queue;
    sim::Clock clock;
    sim::Pool tellers{kTellers};
    sim::WaitingLine<Waiting, 1> line;
    std::uint64_t arrived = 0, served = 0, gave_up = 0;

    double draw(Purpose purpose, std::uint64_t customer, double mean) const {
        return sim::exponential(sim::RandomStream({1, replication, purpose, customer}).block(0).uniform(0), mean);
    }

    void handle(const sim::Event& event) {
        if (event.event_class() == kArrival) return arrive(arrived++);
        if (event.event_class() == kDeparture) return depart();
        line.leave(event.payload());
        ++gave_up;
    }

    void arrive(std::uint64_t customer) {
        queue.push(clock.now() + draw(kForGap, customer, kGap), kArrival, 0);
        if (tellers.has_free()) return serve(customer);
        const auto place = line.join({customer, {}}, 0);
        line[place].giving_up = queue.push(clock.now() + draw(kForPatience, customer, kPatience), kGivingUp, place);
    }

    void serve(std::uint64_t customer) {
        tellers.take();
        queue.push(clock.now() + draw(kForService, customer, kService), kDeparture, 0);
    }

    void depart() {
        tellers.release();
        ++served;
        if (line.empty()) return;
        const Waiting next = line.leave(line.first());
        queue.cancel(next.giving_up);
        serve(next.customer);
    }
};

// The share who give up after the warm-up.
double simulated(std::size_t replication) {
    Bank bank;
    bank.replication = static_cast<std::uint32_t>(replication);
    bank.queue.push(sim::Time(), kArrival, 0);
    const auto handler = [&bank](const sim::Event& event) { bank.handle(event); };
    run_until(bank.queue, bank.clock, kWarmUp, handler);
    const Bank before = bank;
    run_until(bank.queue, bank.clock, kEnd, handler);
    const std::uint64_t inside = static_cast<std::uint64_t>(bank.tellers.in_use()) + bank.line.size();
    if (bank.arrived != bank.served + bank.gave_up + inside) throw std::logic_error("a customer was lost");
    return static_cast<double>(bank.gave_up - before.gave_up) / static_cast<double>(bank.arrived - before.arrived);
}

// The same in theory: up at the rate of arrivals, down as customers are served or give up.
double erlang_a() {
    double probability = 1.0, all = 1.0, giving_up = 0.0;
    for (int inside = 1; inside < 200; ++inside) {
        const double waiting = std::max(0, inside - kTellers);
        probability /= kGap * ((inside - waiting) / kService + waiting / kPatience);
        all += probability;
        giving_up += probability * waiting / kPatience;
    }
    return giving_up / all * kGap;
}

int main() {
    const auto bank = sim::run_experiment<double>(10, simulated);
    const sim::MeanInterval share = sim::mean_interval(bank.results, 0.99);
    std::printf("gave up: %.4f +- %.4f (99 %%), in theory %.4f\n", share.mean, share.half_width, erlang_a());
    const bool agrees = std::abs(share.mean - erlang_a()) <= share.half_width && share.half_width < 0.005;
    return bank.report.all_completed() && agrees ? 0 : 1;
}
