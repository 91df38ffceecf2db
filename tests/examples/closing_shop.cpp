// A shop that closes its doors at a time but serves those inside. Whoever finds the doors closed or the line full is
// turned away. The same two hundred days with two tills and with three: the same customers come. Times are in minutes.

#include "sim/arrivals.hpp"
#include "sim/clock.hpp"
#include "sim/experiment/experiment.hpp"
#include "sim/output_analysis.hpp"
#include "sim/resource.hpp"
#include "sim/slots.hpp"

#include <cmath>
#include <cstdio>
#include <vector>

namespace sim = framsyn::sim;

constexpr double kService = 3.0; // mean
constexpr double kLate = 0.5;    // customers a minute who come after the doors have closed
constexpr sim::Time kRush(360.0), kClosing(480.0), kLastCustomer(510.0);
constexpr std::size_t kMostInLine = 8;

enum EventClass : unsigned { kDeparture, kDoorsClose, kSlice, kArrival }; // in this order at one instant
enum Purpose : std::uint32_t { kCounts, kPoints, kForService };

struct Day {
    int came = 0, served = 0, too_late = 0, line_full = 0;
    double last_out = 0.0;
};

struct Shop {
    sim::Arrivals<sim::StepRate> arrivals;
    sim::RandomStream luck;
    sim::Pool tills;
    sim::EventQueue queue;
    sim::Clock clock;
    sim::WaitingLine<double, 1> line{kMostInLine}; // of service times
    sim::Slots<double> coming;
    bool is_open = true;
    Day day;

    Shop(int till_count, std::uint32_t number)
        : arrivals({1, number, kCounts, 0}, {1, number, kPoints, 0}, {30.0, 0.4}, sim::Time(), kLastCustomer,
                   sim::StepRate({sim::Time(), kRush, kClosing, kLastCustomer}, {0.4, 1.2, kLate})),
          luck({1, number, kForService, 0}), tills(till_count) {}

    void handle(const sim::Event& event) {
        if (event.event_class() == kSlice) return plan_arrivals();
        if (event.event_class() == kArrival) return arrive(coming.take(event.payload()));
        if (event.event_class() == kDeparture) return depart();
        is_open = false;
    }

    void plan_arrivals() {
        std::vector<sim::Arrival> slice;
        arrivals.take_slice(slice);
        for (const auto& [time, customer] : slice)
            queue.push(time, kArrival, coming.put(sim::exponential(luck.block(customer).uniform(0), kService)));
        queue.push(arrivals.next_slice(), kSlice, 0);
    }

    void arrive(double service) {
        ++day.came;
        if (!is_open) {
            ++day.too_late;
        } else if (tills.has_free()) {
            serve(service);
        } else if (line.is_full()) {
            ++day.line_full;
        } else {
            line.join(service, 0);
        }
    }

    void serve(double service) {
        tills.take();
        queue.push(clock.now() + service, kDeparture, 0);
    }

    void depart() {
        tills.release();
        ++day.served;
        if (!line.empty()) serve(line.leave(line.first()));
    }
};

Day simulate(int tills, std::size_t number) {
    Shop shop(tills, static_cast<std::uint32_t>(number));
    shop.queue.push(shop.arrivals.next_slice(), kSlice, 0);
    shop.queue.push(kClosing, kDoorsClose, 0);
    run_until(shop.queue, shop.clock, sim::Time::never(), [&](const sim::Event& event) { shop.handle(event); });
    shop.day.last_out = shop.clock.now().since_start();
    return shop.day;
}

int main() {
    const auto two = sim::run_experiment<Day>(200, [](std::size_t number) { return simulate(2, number); });
    const auto three = sim::run_experiment<Day>(200, [](std::size_t number) { return simulate(3, number); });
    bool right = two.report.all_completed() && three.report.all_completed();
    sim::Tally too_late, spared, last_out;
    for (std::size_t i = 0; i < two.results.size(); ++i) {
        const Day &a = two.results[i], &b = three.results[i];
        right = right && a.came == a.served + a.too_late + a.line_full && a.came == b.came && a.too_late == b.too_late;
        too_late.add(a.too_late);
        spared.add(a.line_full - b.line_full);
        last_out.add(a.last_out);
    }
    const sim::MeanInterval late = sim::mean_interval(too_late, 0.99), till = sim::mean_interval(spared, 0.99);
    const double expected = kLate * (kLastCustomer - kClosing);
    std::printf("too late: %.2f +- %.2f a day (99 %%), expected %.2f\n", late.mean, late.half_width, expected);
    std::printf("a third till saves %.2f +- %.2f a day from a full line\n", till.mean, till.half_width);
    std::printf("with two the last leaves %.1f minutes after closing\n", last_out.mean() - kClosing.since_start());
    return right && std::abs(late.mean - expected) <= late.half_width && till.mean > till.half_width ? 0 : 1;
}
