#include "sim/events/ladder_list.hpp"
#include "tests/catch.hpp"
#include "tests/sim/queue_models.hpp"

#include <algorithm>
#include <string>

using namespace framsyn;
using namespace framsyn::queues;

// What must hold of every single customer or at every event, whatever is drawn: no tolerance but for rounding.
#define WITH_EVERY_LIST(NAME) TEMPLATE_TEST_CASE(NAME, "[theory]", sim::HeapList, sim::CalendarList, sim::LadderList)

namespace {

Network single(const Draw& interval, const Draw& service, int servers) {
    Network network;
    network.pools = {servers};
    network.stations = {{.needs = {{0, 1}}, .service = service}};
    network.sources = {{.interval = interval}};
    network.keeps_visits = true;
    return network;
}

template <class List>
std::vector<Visit> visits_of(const Network& network, std::uint32_t replication, double end) {
    NetworkRun<List> run(network, 20, replication, Time(end));
    run.drain();
    return run.visits();
}

/// Visits of one station, in the order of coming.
std::vector<Visit> visits_at(const std::vector<Visit>& visits, std::size_t station) {
    std::vector<Visit> some;
    std::copy_if(visits.begin(), visits.end(), std::back_inserter(some),
                 [=](const Visit& visit) { return visit.station == station; });
    return some;
}

/// Waits in a line for several servers, first come first served: Kiefer and Wolfowitz (1955), Transactions of the
/// American Mathematical Society 78(1). The work in front of each server in rising order; a customer goes to the least,
/// and what passes until the next comes is taken off all.
std::vector<double> kiefer_wolfowitz(const std::vector<Visit>& visits, std::size_t servers) {
    std::vector<double> work(servers);
    std::vector<double> waits;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const double passed = i == 0 ? 0.0 : visits[i].arrived - visits[i - 1].arrived;
        for (double& w : work) w = std::max(0.0, w - passed);
        waits.push_back(work[0]);
        work[0] += visits[i].service;
        std::sort(work.begin(), work.end());
    }
    return waits;
}

/// The same with priorities, patience and a line with an end, customer by customer and without a list of events: when
/// one comes, those servers that are free by then have first taken whoever still waits.
class Ledger {
  public:
    Ledger(std::size_t servers, std::size_t most_waiting) : free_at_(servers), most_waiting_(most_waiting) {}

    /// In the order of coming; began and ended are not read but written.
    std::vector<Visit> settle(std::vector<Visit> visits) {
        for (Visit& visit : visits) {
            serve_until(visit.arrived, visits);
            give_up_until(visit.arrived, visits);
            const auto free = std::min_element(free_at_.begin(), free_at_.end());
            if (*free <= visit.arrived) {
                begin(visit, visit.arrived, *free);
            } else if (waiting_.size() >= most_waiting_) {
                visit.began = Time::never();
                visit.ended = visit.arrived;
                visit.end = End::lost;
            } else {
                waiting_.push_back(static_cast<std::size_t>(&visit - visits.data()));
            }
        }
        serve_until(Time::never(), visits);
        give_up_until(Time::never(), visits);
        return visits;
    }

  private:
    static void begin(Visit& visit, Time time, Time& free_at) {
        visit.began = time;
        visit.ended = time + visit.service;
        visit.end = End::served;
        free_at = visit.ended;
    }

    // Who loses patience at the very moment at which a server is free is still served.
    void serve_until(Time now, std::vector<Visit>& visits) {
        while (!waiting_.empty()) {
            const auto free = std::min_element(free_at_.begin(), free_at_.end());
            if (*free > now) return;
            const auto before = [&](std::size_t a, std::size_t b) { return visits[a].priority < visits[b].priority; };
            give_up_before(*free, visits);
            if (waiting_.empty()) return;
            const auto next = std::min_element(waiting_.begin(), waiting_.end(), before);
            begin(visits[*next], *free, *free);
            waiting_.erase(next);
        }
    }

    void give_up_before(Time time, std::vector<Visit>& visits) {
        give_up_if(visits, [=](Time patience_ends) { return patience_ends < time; });
    }
    void give_up_until(Time time, std::vector<Visit>& visits) {
        give_up_if(visits, [=](Time patience_ends) { return patience_ends <= time; });
    }
    template <class IsOver>
    void give_up_if(std::vector<Visit>& visits, const IsOver& is_over) {
        std::erase_if(waiting_, [&](std::size_t number) {
            Visit& visit = visits[number];
            if (!is_over(visit.arrived + visit.patience)) return false;
            visit.began = Time::never();
            visit.ended = visit.arrived + visit.patience;
            visit.end = End::gave_up;
            return true;
        });
    }

    std::vector<Time> free_at_;
    std::size_t most_waiting_;
    std::vector<std::size_t> waiting_; ///< in the order of coming
};

struct Shape {
    const char* name;
    Draw interval;
    Draw service;
    Draw patience;
};

/// Loads of about .9 on `servers`; whole numbers make many things happen at one instant.
std::vector<Shape> shapes(int servers) {
    const double interval = 1.0 / (0.9 * servers);
    return {{"exponential", exponential(interval), exponential(1.0), exponential(2.0)},
            {"lognormal", lognormal(interval, 0.7), lognormal(1.0, 1.2), lognormal(2.0, 0.5)},
            {"gamma", gamma(0.5, interval), hyperexponential(1.0, 3.0), erlang(2, 1.5)},
            {"whole", whole(3), whole(4 * servers - 1), whole(3 * servers)}};
}

} // namespace

WITH_EVERY_LIST("Every customer of G/G/c waits as long as Kiefer and Wolfowitz say") {
    for (const int servers : {1, 2, 5}) {
        for (const Shape& shape : shapes(servers)) {
            CAPTURE(shape.name, servers);
            const auto visits =
                visits_of<TestType>(single(shape.interval, shape.service, servers), 0, 9000.0 / servers);
            const auto waits = kiefer_wolfowitz(visits, static_cast<std::size_t>(servers));
            REQUIRE(visits.size() > 500);
            double furthest = 0.0;
            double sum = 0.0;
            for (std::size_t i = 0; i < visits.size(); ++i) {
                furthest = std::max(furthest, std::abs(visits[i].began - visits[i].arrived - waits[i]));
                sum += waits[i];
            }
            CHECK(furthest < 1e-9);
            CHECK(sum / static_cast<double>(visits.size()) > 0.1); // somebody waits
        }
    }
}

WITH_EVERY_LIST("Every customer of G/G/c with priorities, patience and a line with an end fares as in a plain ledger") {
    // The same additions are made in both, hence the same bits.
    for (const int servers : {1, 3}) {
        for (const Shape& shape : shapes(servers)) {
            for (const std::size_t most_waiting : {std::size_t{0}, std::size_t{4}, kNoLimit}) {
                for (const bool is_patient : {false, true}) {
                    CAPTURE(shape.name, servers, most_waiting, is_patient);
                    Network network = single(shape.interval, shape.service, servers);
                    network.stations[0].most_waiting = most_waiting;
                    if (!is_patient) network.stations[0].patience = shape.patience;
                    // Three such sources of a third of the rate each, or, for whole numbers, of the same: overload.
                    network.sources.clear();
                    for (std::size_t priority = 0; priority < 3; ++priority) {
                        const Draw interval = [draw = shape.interval](sim::RandomSequence& luck, std::size_t kind) {
                            return 3.0 * draw(luck, kind);
                        };
                        network.sources.push_back({.interval = interval, .priority = priority});
                    }
                    const auto visits = visits_of<TestType>(network, 1, 1500.0);
                    const auto expected = Ledger(static_cast<std::size_t>(servers), most_waiting).settle(visits);
                    CHECK(visits.size() > 400);
                    CHECK((visits == expected));
                    const auto ended = [&](End end) {
                        return std::any_of(visits.begin(), visits.end(), [=](const Visit& v) { return v.end == end; });
                    };
                    if (most_waiting == 0) CHECK(ended(End::lost));
                    if (most_waiting == kNoLimit && !is_patient) CHECK(ended(End::gave_up));
                }
            }
        }
    }
}

WITH_EVERY_LIST("Every piece leaves two machines with little room between them when the recursion says") {
    // One server each, b places between. A piece leaves the first when it is done and the one b + 1 before it has left
    // the second.
    for (const Shape& shape : shapes(1)) {
        for (const std::size_t room : {std::size_t{0}, std::size_t{1}, std::size_t{4}}) {
            CAPTURE(shape.name, room);
            Network network = single(shape.interval, shape.service, 1);
            network.pools.push_back(1);
            network.stations[0].next = [](auto&, std::size_t, std::size_t) { return std::size_t{1}; };
            network.stations.push_back(
                {.needs = {{1, 1}}, .service = shape.service, .most_waiting = room, .makes_wait_where_they_are = true});
            const auto all = visits_of<TestType>(network, 2, 2000.0);
            const auto first = visits_at(all, 0);
            const auto second = visits_at(all, 1);
            REQUIRE(first.size() == second.size());
            bool agrees = true;
            bool blocks = false;
            std::vector<Time> left_first(first.size());
            std::vector<Time> left_second(first.size());
            for (std::size_t n = 0; n < first.size(); ++n) {
                const Time begun = std::max(first[n].arrived, n > 0 ? left_first[n - 1] : Time());
                const Time done = begun + first[n].service;
                left_first[n] = std::max(done, n > room ? left_second[n - 1 - room] : Time());
                const Time begun_second = std::max(left_first[n], n > 0 ? left_second[n - 1] : Time());
                left_second[n] = begun_second + second[n].service;
                agrees = agrees && first[n].ended == left_first[n] && second[n].ended == left_second[n];
                blocks = blocks || left_first[n] > done;
            }
            CHECK(agrees);
            CHECK(blocks);
        }
    }
}

namespace {

// A whole network by chance. Where some make others wait where they are, pools are not shared and ways lead only
// onwards, so that no ring of customers can wait for each other.
class RandomNetwork {
  public:
    explicit RandomNetwork(std::uint64_t number) : stream_({30, 0, 0, number}), luck_(stream_) {}

    Network draw() {
        Network network;
        network.keeps_visits = true;
        network.kinds = 1 + pick(3);
        const std::size_t stations = 1 + pick(5);
        const bool shares_pools = pick(2) == 0;
        for (std::size_t i = 0; i < stations; ++i) network.pools.push_back(static_cast<int>(pick(5)));
        for (int i = 0; i < 2; ++i) network.pools.push_back(2 + static_cast<int>(pick(6)));
        for (std::size_t i = 0; i < stations; ++i) network.stations.push_back(station(i, stations, shares_pools));
        const std::size_t sources = 1 + pick(4);
        for (std::size_t i = 0; i < sources; ++i) {
            Source source{.station = pick(stations), .kind = pick(network.kinds), .priority = pick(kPriorities)};
            if (pick(3) == 0) {
                source.interval = whole(2);
            } else {
                source.rate = {0.3 + 1.5 * luck_.next(), 0.9 * luck_.next(), 20.0};
            }
            network.sources.push_back(source);
        }
        close_and_open(network);
        return network;
    }

  private:
    std::size_t pick(std::size_t n) { return static_cast<std::size_t>(luck_.next() * static_cast<double>(n)); }

    Draw law() {
        const double mean = 0.3 + 2.0 * luck_.next();
        switch (pick(5)) {
        case 0:
            return whole(1 + static_cast<int>(pick(4)));
        case 1:
            return exponential(mean);
        case 2:
            return lognormal(mean, 1.0);
        case 3:
            return hyperexponential(mean, 3.0);
        default:
            return gamma(0.7, mean);
        }
    }

    Station station(std::size_t number, std::size_t stations, bool shares_pools) {
        Station station{.needs = {{number, 1 + static_cast<int>(pick(2))}}, .service = law()};
        if (shares_pools && pick(3) != 0) station.needs.push_back({stations + pick(2), 1 + static_cast<int>(pick(2))});
        if (pick(2) == 0) station.most_waiting = pick(5);
        if (pick(2) == 0) station.patience = law();
        station.makes_wait_where_they_are = !shares_pools && pick(2) == 0;
        const std::size_t first = shares_pools ? 0 : number + 1;
        station.next = [=](sim::RandomSequence& luck, std::size_t kind, std::size_t visits) {
            if (visits > 20 || first == stations || luck.next() < 0.3) return kOut;
            return first + (kind + static_cast<std::size_t>(100.0 * luck.next())) % (stations - first);
        };
        return station;
    }

    void close_and_open(Network& network) {
        std::vector<int> capacity = network.pools;
        double time = 0.0;
        for (std::size_t i = pick(12); i > 0; --i) {
            time += static_cast<double>(pick(20)); // also several at one instant
            const std::size_t pool = pick(capacity.size());
            const int by = std::max(-capacity[pool], static_cast<int>(pick(7)) - 3);
            capacity[pool] += by;
            network.changes.push_back({Time(time), pool, by});
        }
    }

    sim::RandomStream stream_;
    sim::RandomSequence luck_;
};

/// Looks after every event whether all is in order; the first thing that is not, or nothing.
template <class List>
class Inspector {
  public:
    Inspector(const Network& network, const NetworkRun<List>& run)
        : network_(network), run_(run), excess_(network.pools.size()) {}

    void look(const sim::Event& event) {
        if (!finding_.empty()) return;
        const bool was_change = event.event_class() == NetworkRun<List>::kChange;
        if (was_change) changed_ = event.time();
        look_at_pools(was_change);
        for (std::size_t station = 0; station < network_.stations.size(); ++station) look_at_station(station);
        find(run_.came() == run_.gone() + static_cast<double>(run_.present()), "somebody is lost or there twice");
    }
    [[nodiscard]] const std::string& finding() const { return finding_; }

  private:
    void find(bool is_right, const char* what) {
        if (!is_right && finding_.empty()) finding_ = what + (" at " + std::to_string(run_.now().since_start()));
    }

    [[nodiscard]] int in_place(std::size_t station) const {
        int sum = 0;
        for (std::size_t kind = 0; kind < network_.kinds; ++kind) sum += run_.in_place(station, kind);
        return sum;
    }

    void look_at_pools(bool was_change) {
        for (std::size_t i = 0; i < excess_.size(); ++i) {
            const sim::Pool& pool = run_.pool(i);
            int needed = 0;
            for (std::size_t station = 0; station < network_.stations.size(); ++station) {
                for (const Need& need : network_.stations[station].needs) {
                    if (need.pool == i) needed += need.places * in_place(station);
                }
            }
            find(pool.in_use() == needed, "a pool is not used by those who are in place");
            find(pool.in_use() - pool.capacity() <= 0 || pool.excess() == pool.in_use() - pool.capacity(), "excess");
            int planned = network_.pools[i];
            for (const CapacityChange& change : network_.changes) {
                if (change.pool == i && change.time < run_.now()) planned += change.by;
            }
            find(was_change || run_.now() == changed_ || pool.capacity() == planned, "a pool has not its capacity");
            find(was_change || pool.excess() <= excess_[i],
                 "a pool is above its capacity, and no closing was the cause");
            excess_[i] = pool.excess();
        }
    }

    void look_at_station(std::size_t station) {
        int waiting = 0;
        for (std::size_t kind = 0; kind < network_.kinds; ++kind) waiting += run_.waiting(station, kind);
        find(run_.line_size(station) == static_cast<std::size_t>(waiting), "the line has another length");
        find(run_.line_size(station) <= network_.stations[station].most_waiting, "the line is too long");
        find(waiting == 0 || !run_.could_serve(station), "one waits who could be served");
        find(run_.door_size(station) == 0 ||
                 (!run_.could_serve(station) && run_.line_size(station) == network_.stations[station].most_waiting),
             "one keeps a place who could go on");
    }

    const Network& network_;
    const NetworkRun<List>& run_;
    std::vector<int> excess_;
    Time changed_{-1.0}; ///< last; several may change at one instant
    std::string finding_;
};

struct Outcome {
    std::vector<Visit> visits;
    std::vector<double> sums; ///< of every station
    friend bool operator==(const Outcome& a, const Outcome& b) = default;
};

/// Little's law with edge terms: those who are inside at the end have been there since they came.
struct Times {
    double line = 0.0;
    double place = 0.0;
};
Times times_of(const std::vector<Visit>& visits, std::size_t station, Time end) {
    Times times;
    for (const Visit& visit : visits) {
        if (visit.station != station) continue;
        times.line += std::min({visit.began, visit.ended, end}) - visit.arrived;
        if (visit.began != Time::never()) times.place += std::min(visit.ended, end) - visit.began;
    }
    return times;
}

template <class List>
Outcome run_and_inspect(const Network& network, std::uint32_t number) {
    const Time end(150.0);
    NetworkRun<List> run(network, 31, number, end);
    Inspector<List> inspector(network, run);
    run.advance(end, [&](const sim::Event& event) { inspector.look(event); });
    CHECK(inspector.finding() == "");
    Outcome outcome{run.visits(), {}};
    for (std::size_t station = 0; station < network.stations.size(); ++station) {
        const Counts all = run.counts(station);
        int waiting = 0;
        for (std::size_t kind = 0; kind < network.kinds; ++kind) waiting += run.waiting(station, kind);
        CHECK(all.arrived == all.lost + all.gave_up + all.ended + run.number(station));
        CHECK(all.arrived == all.lost + all.gave_up + all.began + waiting);
        const Times times = times_of(run.visits(), station, end);
        CHECK(all.line_time == Approx(times.line).epsilon(1e-9).margin(1e-9));
        CHECK(all.place_time == Approx(times.place).epsilon(1e-9).margin(1e-9));
        for (const auto member : {&Counts::arrived, &Counts::lost, &Counts::gave_up, &Counts::began, &Counts::ended,
                                  &Counts::wait, &Counts::stay, &Counts::line_time, &Counts::place_time}) {
            outcome.sums.push_back(all.*member);
        }
    }
    return outcome;
}

} // namespace

TEST_CASE("In random networks nobody is lost, no server is free for one who waits, and lists of events change no bit") {
    double served = 0.0;
    double lost = 0.0;
    double gave_up = 0.0;
    bool somebody_kept_a_place = false;
    bool somebody_took_from_two_pools = false;
    for (std::uint32_t number = 0; number < 300; ++number) {
        CAPTURE(number);
        const Network network = RandomNetwork(number).draw();
        const Outcome heap = run_and_inspect<sim::HeapList>(network, number);
        const bool same_calendar = heap == run_and_inspect<sim::CalendarList>(network, number);
        const bool same_ladder = heap == run_and_inspect<sim::LadderList>(network, number);
        CHECK(same_calendar);
        CHECK(same_ladder);
        for (const Visit& visit : heap.visits) {
            const Station& station = network.stations[visit.station];
            served += visit.end == End::served ? 1.0 : 0.0;
            lost += visit.end == End::lost ? 1.0 : 0.0;
            gave_up += visit.end == End::gave_up ? 1.0 : 0.0;
            if (visit.end != End::served) continue;
            somebody_kept_a_place = somebody_kept_a_place || visit.ended - visit.began > visit.service + 1e-6;
            somebody_took_from_two_pools = somebody_took_from_two_pools || station.needs.size() == 2;
        }
    }
    // All that is to be tested occurs.
    CHECK(served > 20'000.0);
    CHECK(lost > 10'000.0);
    CHECK(gave_up > 1'000.0);
    CHECK(somebody_kept_a_place);
    CHECK(somebody_took_from_two_pools);
}

TEST_CASE("Large networks with many events at a time come out the same with every list of events") {
    // Thousands of coming events, so that calendar and ladder leave their small cases; the whole numbers of half of the
    // services let hundreds happen at one instant.
    Network network;
    network.kinds = 2;
    network.keeps_visits = true;
    network.pools = {kManyServers, 40};
    network.stations = {{.needs = {{0, 1}},
                         .service = by_kind({whole(90), lognormal(50.0, 1.5)}),
                         .next = [](auto&, std::size_t, std::size_t) { return std::size_t{1}; }},
                        {.needs = {{1, 1}}, .service = exponential(0.5), .patience = whole(5)}};
    network.sources = {{.rate = {30.0, 0.5, 7.0}, .kind = 0}, {.rate = {40.0, 0.0, 1.0}, .kind = 1, .priority = 1}};
    const auto heap = visits_of<sim::HeapList>(network, 3, 400.0);
    CHECK(heap.size() > 50'000);
    CHECK((heap == visits_of<sim::CalendarList>(network, 3, 400.0)));
    CHECK((heap == visits_of<sim::LadderList>(network, 3, 400.0)));
}
