#pragma once

#include "sim/arrivals.hpp"
#include "sim/clock.hpp"
#include "sim/events/event_queue.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/resource.hpp"
#include "sim/slots.hpp"
#include "sim/statistics.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

// A network of stations for the theory tests, written with the kernel's public types as a model is.
namespace framsyn::queues {

using sim::Time;

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();
inline constexpr std::size_t kOut = kNoLimit; ///< the station of those who leave the network
inline constexpr int kManyServers = 1'000'000'000;
inline constexpr std::size_t kPriorities = 3;

/// A duration for a customer of some kind.
using Draw = std::function<double(sim::RandomSequence& luck, std::size_t kind)>;

inline Draw exponential(double mean) {
    return [mean](sim::RandomSequence& luck, std::size_t) { return sim::exponential(luck.next(), mean); };
}
inline Draw constant(double value) {
    return [value](sim::RandomSequence&, std::size_t) { return value; };
}
inline Draw lognormal(double mean, double sigma) {
    return [law = sim::Lognormal(mean, sigma)](sim::RandomSequence& luck, std::size_t) { return law(luck.next()); };
}
inline Draw erlang(int stages, double mean) {
    return [=](sim::RandomSequence& luck, std::size_t) { return sim::erlang(luck, stages, mean); };
}
inline Draw gamma(double shape, double mean) {
    return [=](sim::RandomSequence& luck, std::size_t) { return sim::gamma(luck, shape, mean); };
}
inline Draw hyperexponential(double mean, double squared_variation) {
    return [law = sim::Hyperexponential::balanced(mean, squared_variation)](sim::RandomSequence& luck, std::size_t) {
        const double choice = luck.next();
        return law(choice, luck.next());
    };
}
/// 1, 2, ... or `most`, each as likely: many events at one instant.
inline Draw whole(int most) {
    return [most](sim::RandomSequence& luck, std::size_t) {
        return 1.0 + static_cast<double>(static_cast<int>(luck.next() * most));
    };
}
inline Draw by_kind(std::vector<Draw> draws) {
    return [draws = std::move(draws)](sim::RandomSequence& luck, std::size_t kind) { return draws[kind](luck, kind); };
}

/// Base rate times 1 + swing * sin(2 pi t / period).
struct SeasonalRate {
    double base = 0.0;
    double swing = 0.0;
    double period = 1.0;
    [[nodiscard]] double at(Time time) const {
        return base * (1.0 + swing * sim::sin(6.283185307179586 / period * time.since_start()));
    }
    [[nodiscard]] sim::RateBounds bounds(Time, Time) const { return {base * (1.0 - swing), base * (1.0 + swing)}; }
};

/// Where customers come from: a Poisson process, or a renewal process if `interval` is given.
struct Source {
    SeasonalRate rate{};
    Draw interval = nullptr;
    std::size_t station = 0;
    std::size_t kind = 0;
    std::size_t priority = 0;
};

/// The station after this one, for a customer of some kind on its first (0), second ... visit to any station.
using Route = std::function<std::size_t(sim::RandomSequence& luck, std::size_t kind, std::size_t visits)>;

struct Need {
    std::size_t pool = 0;
    int places = 1;
};

struct Station {
    std::vector<Need> needs{}; ///< of one service, taken together
    Draw service = nullptr;
    std::size_t most_waiting = kNoLimit;
    bool makes_wait_where_they_are =
        false;               ///< when it is full: customers keep their last place; otherwise they are lost
    Draw patience = nullptr; ///< none: unlimited
    Route next = nullptr;    ///< none: out
};

struct CapacityChange {
    Time time;
    std::size_t pool = 0;
    int by = 0;
};

struct Network {
    std::vector<int> pools; ///< capacities
    std::vector<Station> stations;
    std::vector<Source> sources;
    std::vector<CapacityChange> changes;
    std::size_t kinds = 1;
    bool keeps_visits = false;
};

enum class End { inside, served, lost, gave_up };

/// What happened to one customer at one station.
struct Visit {
    std::size_t source = 0;
    std::size_t station = 0;
    std::size_t priority = 0;
    double service = 0.0;
    double patience = 0.0;
    Time arrived = Time::never();
    Time began = Time::never();
    Time ended = Time::never(); ///< the place given back, the line left, or turned away
    End end = End::inside;
    friend bool operator==(const Visit& a, const Visit& b) = default;
};

/// Of one kind at one station, since the start.
struct Counts {
    double arrived = 0.0;
    double lost = 0.0;
    double gave_up = 0.0;
    double began = 0.0;
    double ended = 0.0;
    double wait = 0.0;       ///< sum over customers who began or gave up
    double stay = 0.0;       ///< sum over customers who ended: the time from beginning to giving back the place
    double line_time = 0.0;  ///< integral of the number that waits
    double place_time = 0.0; ///< integral of the number that is served or keeps its place

    Counts& operator+=(const Counts& other) { return combine(other, 1.0); }
    Counts& operator-=(const Counts& other) { return combine(other, -1.0); }

  private:
    Counts& combine(const Counts& other, double sign) {
        for (const auto member : {&Counts::arrived, &Counts::lost, &Counts::gave_up, &Counts::began, &Counts::ended,
                                  &Counts::wait, &Counts::stay, &Counts::line_time, &Counts::place_time}) {
            this->*member += sign * other.*member;
        }
        return *this;
    }
};

template <sim::EventList List>
class NetworkRun {
  public:
    /// At one instant in this order.
    enum EventClass : unsigned { kChange, kSlice, kDeparture, kGiveUp, kArrival };

    /// Customers come until `end`.
    NetworkRun(const Network& network, std::uint64_t seed, std::uint32_t replication, Time end)
        : network_(network), end_(end), cells_(network.stations.size() * network.kinds) {
        for (const int capacity : network.pools) pools_.emplace_back(capacity);
        for (const Station& station : network.stations) {
            Place& place = places_.emplace_back(station.most_waiting);
            for (const Need& need : station.needs) place.claims.push_back({&pools_[need.pool], need.places});
        }
        for (std::uint32_t i = 0; i < network.sources.size(); ++i) {
            const Source& source = network.sources[i];
            const auto key = [&](std::uint32_t purpose) { return sim::StreamKey{seed, replication, purpose, i}; };
            Origin& origin = origins_.emplace_back(sim::RandomStream(key(3)), sim::RandomStream(key(4)));
            if (!source.interval) {
                const double highest = source.rate.base * (1.0 + source.rate.swing);
                origin.arrivals.emplace(key(1), key(2), sim::CellSize{32.0 / highest, highest}, Time(), end,
                                        source.rate);
            }
            queue_.push(Time(), kSlice, i);
        }
        for (std::uint32_t i = 0; i < network.changes.size(); ++i) queue_.push(network.changes[i].time, kChange, i);
    }
    NetworkRun(const NetworkRun&) = delete; // claims point to pools
    NetworkRun& operator=(const NetworkRun&) = delete;

    /// `after(event)` is called when an event has been handled.
    template <class After>
    void advance(Time until, After&& after) {
        sim::run_until(queue_, clock_, until, [&](const sim::Event& event) {
            handle(event);
            after(event);
        });
    }
    void advance(Time until) {
        advance(until, [](const sim::Event&) {});
    }
    /// Until nothing more happens.
    void drain() { advance(Time::never()); }

    [[nodiscard]] Time now() const { return clock_.now(); }
    [[nodiscard]] Counts counts(std::size_t station, std::size_t kind) {
        Cell& cell = cell_of(station, kind);
        cell.counts.line_time += cell.line.take(now());
        cell.counts.place_time += cell.place.take(now());
        return cell.counts;
    }
    [[nodiscard]] Counts counts(std::size_t station) {
        Counts sum;
        for (std::size_t kind = 0; kind < network_.kinds; ++kind) sum += counts(station, kind);
        return sum;
    }
    /// Who wait, and who are served or keep their places.
    [[nodiscard]] int waiting(std::size_t station, std::size_t kind) const {
        return static_cast<int>(cell_of(station, kind).line.value());
    }
    [[nodiscard]] int in_place(std::size_t station, std::size_t kind) const {
        return static_cast<int>(cell_of(station, kind).place.value());
    }
    [[nodiscard]] int number(std::size_t station) const {
        int sum = 0;
        for (std::size_t kind = 0; kind < network_.kinds; ++kind)
            sum += waiting(station, kind) + in_place(station, kind);
        return sum;
    }
    [[nodiscard]] const sim::Pool& pool(std::size_t pool) const { return pools_[pool]; }
    [[nodiscard]] std::size_t line_size(std::size_t station) const { return places_[station].line.size(); }
    [[nodiscard]] std::size_t door_size(std::size_t station) const { return places_[station].door.size(); }
    [[nodiscard]] bool could_serve(std::size_t station) const {
        const std::vector<sim::Claim>& claims = places_[station].claims;
        return std::all_of(claims.begin(), claims.end(),
                           [](const sim::Claim& claim) { return claim.pool->has_free(claim.places); });
    }
    [[nodiscard]] double came() const { return came_; }
    [[nodiscard]] double gone() const { return gone_; } ///< out of the network, for whatever reason
    [[nodiscard]] std::size_t present() const { return customers_.size() - announced_; }
    [[nodiscard]] const std::vector<Visit>& visits() const { return visits_; }

  private:
    struct Customer {
        std::uint64_t identity = 0; ///< names the customer's own random numbers
        std::uint32_t source = 0;
        std::uint32_t visits = 0;
        std::size_t station = 0; ///< where the customer waits or has a place
        std::size_t next = kOut;
        double service = 0.0;
        double patience = 0.0;
        Time since; ///< waiting, or in the place
        sim::Event give_up;
        std::uint32_t slot = 0; ///< in the line
        std::size_t visit = 0;
    };
    using Number = typename sim::Slots<Customer>::Number;
    struct Place {
        explicit Place(std::size_t most_waiting) : line(most_waiting) {}
        std::vector<sim::Claim> claims;
        sim::WaitingLine<Number, kPriorities> line;
        sim::WaitingLine<Number, 1> door; ///< of those who keep their places elsewhere
    };
    struct Origin {
        Origin(const sim::RandomStream& of_customers, const sim::RandomStream& of_intervals)
            : luck(of_customers), intervals(of_intervals) {}
        sim::RandomStream luck;
        sim::RandomStream intervals;
        std::optional<sim::Arrivals<SeasonalRate>> arrivals;
        std::uint64_t count = 0;
    };
    struct Cell {
        Counts counts;
        sim::TimeWeighted line;
        sim::TimeWeighted place;
    };

    // Blocks of random numbers for one visit, and for one customer.
    static constexpr std::uint64_t kBlocks = 8;
    static constexpr std::uint64_t kCustomerBlocks = 256;

    [[nodiscard]] Cell& cell_of(std::size_t station, std::size_t kind) {
        return cells_[station * network_.kinds + kind];
    }
    [[nodiscard]] const Cell& cell_of(std::size_t station, std::size_t kind) const {
        return cells_[station * network_.kinds + kind];
    }
    [[nodiscard]] Cell& cell_of(const Customer& customer) {
        return cell_of(customer.station, network_.sources[customer.source].kind);
    }
    [[nodiscard]] bool is_full(std::size_t station) const {
        return places_[station].line.is_full() && !could_serve(station);
    }

    void handle(const sim::Event& event) {
        switch (event.event_class()) {
        case kChange: {
            const CapacityChange& change = network_.changes[event.payload()];
            pools_[change.pool].change_capacity(change.by);
            return serve();
        }
        case kSlice:
            return begin_slice(event.payload());
        case kDeparture:
            return end_service(event.payload());
        case kGiveUp:
            return give_up(event.payload());
        default:
            ++came_;
            --announced_;
            return come(event.payload(), network_.sources[customers_[event.payload()].source].station);
        }
    }

    void begin_slice(std::uint32_t number) {
        Origin& origin = origins_[number];
        slice_.clear();
        Time next;
        if (origin.arrivals) {
            origin.arrivals->take_slice(slice_);
            next = origin.arrivals->next_slice();
        } else {
            sim::RandomSequence luck(origin.intervals, kBlocks * origin.count);
            next = now() + network_.sources[number].interval(luck, 0);
            if (next < end_) slice_.push_back({next, kCustomerBlocks * origin.count++});
        }
        for (const sim::Arrival& arrival : slice_) {
            Customer customer;
            customer.identity = arrival.customer;
            customer.source = number;
            queue_.push(arrival.time, kArrival, customers_.put(customer));
            ++announced_;
        }
        if (next < end_) queue_.push(next, kSlice, number);
    }

    // Draws the luck of the visit, and looks for a place or waits.
    void come(Number number, std::size_t station) {
        Customer& customer = customers_[number];
        const Station& rules = network_.stations[station];
        const std::size_t kind = network_.sources[customer.source].kind;
        const std::uint64_t first_block = customer.identity + kBlocks * customer.visits % kCustomerBlocks;
        sim::RandomSequence luck(origins_[customer.source].luck, first_block);
        customer.station = station;
        customer.service = rules.service(luck, kind);
        customer.patience = rules.patience ? rules.patience(luck, kind) : std::numeric_limits<double>::infinity();
        customer.next = rules.next ? rules.next(luck, kind, customer.visits) : kOut;
        customer.since = now();
        ++customer.visits;
        ++cell_of(customer).counts.arrived;
        note_arrival(customer);

        Place& place = places_[station];
        if (place.line.empty() && sim::take_all(place.claims)) return begin(number);
        if (place.line.is_full()) {
            ++cell_of(customer).counts.lost;
            return go(number, End::lost);
        }
        customer.slot = place.line.join(number, network_.sources[customer.source].priority);
        cell_of(customer).line.add(now(), 1.0);
        if (rules.patience) customer.give_up = queue_.push(now() + customer.patience, kGiveUp, number);
    }

    void begin(Number number) {
        Customer& customer = customers_[number];
        customer.since = now();
        if (network_.keeps_visits) visits_[customer.visit].began = now();
        ++cell_of(customer).counts.began;
        cell_of(customer).place.add(now(), 1.0);
        queue_.push(now() + customer.service, kDeparture, number);
    }

    void leave_line(Number number) {
        Customer& customer = customers_[number];
        places_[customer.station].line.leave(customer.slot);
        cell_of(customer).line.add(now(), -1.0);
        cell_of(customer).counts.wait += now() - customer.since;
    }

    void give_up(Number number) {
        leave_line(number);
        ++cell_of(customers_[number]).counts.gave_up;
        go(number, End::gave_up);
        serve(); // there may be room for one at the door
    }

    // Stations that make others wait where they are may not share pools: serve could take a place seen free here.
    void end_service(Number number) {
        const std::size_t next = customers_[number].next;
        if (next != kOut && network_.stations[next].makes_wait_where_they_are && is_full(next)) {
            places_[next].door.join(number, 0);
            return;
        }
        leave_place(number);
        serve();
        go_on(number, next);
    }

    void leave_place(Number number) {
        Customer& customer = customers_[number];
        sim::release_all(places_[customer.station].claims);
        Cell& cell = cell_of(customer);
        cell.place.add(now(), -1.0);
        cell.counts.stay += now() - customer.since;
        ++cell.counts.ended;
        note_end(customer, End::served);
    }

    void go_on(Number number, std::size_t next) {
        if (next != kOut) return come(number, next);
        customers_.take(number);
        ++gone_;
    }

    void go(Number number, End end) {
        note_end(customers_[number], end);
        go_on(number, kOut);
    }

    // Whoever can begin begins, and whoever keeps a place and can go on does so, which frees the place.
    void serve() {
        for (bool again = true; again;) {
            again = false;
            for (std::size_t station = 0; station < places_.size(); ++station) {
                Place& place = places_[station];
                while (!place.line.empty() && sim::take_all(place.claims)) {
                    const Number number = place.line[place.line.first()];
                    leave_line(number);
                    if (network_.stations[station].patience) queue_.cancel(customers_[number].give_up);
                    begin(number);
                }
                while (!place.door.empty() && !is_full(station)) {
                    const Number number = place.door.leave(place.door.first());
                    leave_place(number);
                    come(number, station);
                    again = true;
                }
            }
        }
    }

    void note_arrival(Customer& customer) {
        if (!network_.keeps_visits) return;
        customer.visit = visits_.size();
        visits_.push_back({customer.source, customer.station, network_.sources[customer.source].priority,
                           customer.service, customer.patience, now()});
    }
    void note_end(const Customer& customer, End end) {
        if (!network_.keeps_visits) return;
        visits_[customer.visit].ended = now();
        visits_[customer.visit].end = end;
    }

    const Network& network_;
    Time end_;
    sim::Clock clock_;
    sim::BasicEventQueue<List> queue_;
    std::vector<sim::Pool> pools_;
    std::vector<Place> places_;
    std::vector<Origin> origins_;
    std::vector<Cell> cells_;
    sim::Slots<Customer> customers_;
    std::vector<sim::Arrival> slice_;
    std::vector<Visit> visits_;
    std::size_t announced_ = 0; ///< customers of a slice who have not come yet
    double came_ = 0.0;
    double gone_ = 0.0;
};

} // namespace framsyn::queues
