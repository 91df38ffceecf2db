// Two wards: patients go to the first, overflow to the second when it is full, and wait when both are, the urgent before
// the planned. Twelve beds are too few; on a date two more open. Waits after that are compared with Cobham's formula for
// priorities (1954, Operations Research 2(1)); patients are counted exactly. Times are in days.

#include "sim/arrivals.hpp"
#include "sim/clock.hpp"
#include "sim/output_analysis.hpp"
#include "sim/resource.hpp"
#include "sim/slots.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

namespace sim = framsyn::sim;

constexpr double kRate = 2.5, kUrgent = 0.4, kStay = 5.0; // patients a day, share, mean
constexpr int kFirst = 8, kSecond = 4, kNew = 2;          // beds
constexpr sim::Time kOpening(400.0), kCounted(2000.0), kEnd(42000.0);

enum EventClass : unsigned { kDeparture, kBedsOpen, kSlice, kArrival }; // in this order at one instant
enum Purpose : std::uint32_t { kCounts, kPoints, kPatients };

struct Patient {
    double stay = 0.0;
    std::uint32_t priority = 0, ward = 0;
    sim::Time came;
};

struct Wards {
    sim::Arrivals<sim::ConstantRate> arrivals{
        {1, 0, kCounts, 0}, {1, 0, kPoints, 0}, {4.0, kRate}, sim::Time(), kEnd, {kRate}};
    sim::RandomStream luck{{1, 0, kPatients, 0}};
    std::array<sim::Pool, 2> beds{sim::Pool(kFirst), sim::Pool(kSecond)};
    sim::WaitingLine<std::uint32_t, 2> line;
    sim::Slots<Patient> patients; // coming, waiting or in a bed
    sim::EventQueue queue;
    sim::Clock clock;
    sim::TimeWeighted occupied;
    std::array<std::vector<double>, 2> waits; // by priority
    int came = 0, overflow = 0, went = 0;

    void handle(const sim::Event& event) {
        if (event.event_class() == kSlice) return plan_arrivals();
        if (event.event_class() == kArrival) return arrive(event.payload());
        if (event.event_class() == kDeparture) return depart(event.payload());
        beds[1].change_capacity(kNew);
        fill(1);
    }

    void plan_arrivals() {
        std::vector<sim::Arrival> slice;
        arrivals.take_slice(slice);
        for (const auto& [time, customer] : slice) {
            const sim::RandomBlock block = luck.block(customer);
            const std::uint32_t priority = block.uniform(1) < kUrgent ? 0 : 1;
            const double stay = sim::exponential(block.uniform(0), kStay);
            queue.push(time, kArrival, patients.put({stay, priority, 0, time}));
        }
        queue.push(arrivals.next_slice(), kSlice, 0);
    }

    void arrive(std::uint32_t number) {
        ++came;
        if (beds[0].has_free()) return admit(number, 0);
        if (beds[1].has_free()) return admit(number, 1);
        line.join(number, patients[number].priority);
    }

    void admit(std::uint32_t number, std::uint32_t ward) {
        Patient& patient = patients[number];
        patient.ward = ward;
        if (patient.came >= kCounted) waits[patient.priority].push_back(clock.now() - patient.came);
        if (ward == 1) ++overflow;
        beds[ward].take();
        occupied.add(clock.now(), 1.0);
        queue.push(clock.now() + patient.stay, kDeparture, number);
    }

    void depart(std::uint32_t number) {
        const std::uint32_t ward = patients.take(number).ward;
        ++went;
        beds[ward].release();
        occupied.add(clock.now(), -1.0);
        fill(ward);
    }

    void fill(std::uint32_t ward) {
        while (!line.empty() && beds[ward].has_free()) admit(line.leave(line.first()), ward);
    }
};

// Mean waits: Erlang's chance of waiting (C, by way of B) times the mean time to the next free bed, by priority.
std::array<double, 2> in_theory() {
    constexpr int kBeds = kFirst + kSecond + kNew;
    const double load = kRate * kStay, use = load / kBeds;
    double blocked = 1.0;
    for (int beds = 1; beds <= kBeds; ++beds) blocked = load * blocked / (beds + load * blocked);
    const double urgent = blocked / (1.0 - use * (1.0 - blocked)) * kStay / kBeds / (1.0 - kUrgent * use);
    return {urgent, urgent / (1.0 - use)};
}

int main() {
    Wards wards;
    wards.queue.push(wards.arrivals.next_slice(), kSlice, 0);
    wards.queue.push(kOpening, kBedsOpen, 0);
    run_until(wards.queue, wards.clock, kEnd, [&](const sim::Event& event) { wards.handle(event); });
    const int in_bed = wards.beds[0].in_use() + wards.beds[1].in_use();
    bool right = wards.came == wards.went + in_bed + static_cast<int>(wards.line.size());
    std::printf("%d came, %d went to the second ward, %.2f beds were occupied\n", wards.came, wards.overflow,
                wards.occupied.take(kEnd) / kEnd.since_start());
    const std::array<double, 2> theory = in_theory();
    for (const std::size_t priority : {0U, 1U}) {
        const sim::BatchMeans wait = sim::batch_means(wards.waits[priority], 20, 0.99);
        std::printf("%s wait %.3f +- %.3f days (99 %%), in theory %.3f; neighbouring batches correlate by %.2f\n",
                    priority == 0 ? "urgent" : "planned", wait.interval.mean, wait.interval.half_width,
                    theory[priority], wait.lag1);
        right = right && std::abs(wait.interval.mean - theory[priority]) <= wait.interval.half_width;
    }
    return right ? 0 : 1;
}
