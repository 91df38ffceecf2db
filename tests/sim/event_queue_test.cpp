#include "sim/clock.hpp"
#include "sim/event_queue.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

using namespace framsyn;

TEST_CASE("Events come in order of time, then class, then the order in which they were pushed") {
    sim::EventQueue queue;
    queue.push(2.0, 0, 1);
    queue.push(1.0, 3, 2);
    queue.push(1.0, 1, 3);
    queue.push(1.0, 3, 4);
    queue.push(0.0, 9, 5);
    std::vector<std::uint32_t> order;
    while (!queue.empty()) order.push_back(queue.pop().payload());
    CHECK(order == std::vector<std::uint32_t>{5, 3, 2, 4, 1});
}

TEST_CASE("An event keeps its time, class and payload") {
    sim::EventQueue queue;
    queue.push(1234.5678, 15, (1U << 24U) - 1U);
    CHECK(queue.top().time() == 1234.5678);
    CHECK(queue.top().event_class() == 15);
    CHECK(queue.top().payload() == (1U << 24U) - 1U);
    CHECK(sizeof(sim::Event) == 16);
}

TEST_CASE("A cancelled event does not happen, and cancelling one that has happened does nothing") {
    sim::EventQueue queue;
    const sim::Event first = queue.push(1.0, 0, 1);
    const sim::Event second = queue.push(2.0, 0, 2);
    queue.push(3.0, 0, 3);
    CHECK(queue.pop().payload() == 1);
    queue.cancel(second);
    queue.cancel(second);
    queue.cancel(first);
    CHECK(queue.pop().payload() == 3);
    CHECK(queue.empty());
    queue.push(1.0, 0, 4);
    CHECK(queue.pop().payload() == 4);
}

TEST_CASE("A hundred thousand pushes, pops and cancellations agree with an ordered map") {
    // The oracle is std::map, whose order is (time, class, number of the push).
    sim::EventQueue queue;
    using Key = std::tuple<double, unsigned, std::uint32_t>;
    std::map<Key, sim::Event> oracle;
    std::vector<std::pair<Key, sim::Event>> pushed;
    const sim::RandomStream stream({1, 0, 0, 0});
    bool same = true;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        const auto words = stream.block(i).words;
        const unsigned action = words[0] % 8;
        if (action < 4) {
            const Key key{static_cast<double>(words[1] % 1000), words[2] % 5, i};
            const sim::Event event = queue.push(std::get<0>(key), std::get<1>(key), i);
            oracle.emplace(key, event);
            pushed.emplace_back(key, event);
        } else if (action < 5 && !pushed.empty()) {
            const auto& [key, event] = pushed[words[1] % pushed.size()];
            // Only events that are still to come: an earlier one would be a second cancellation.
            if (oracle.erase(key) == 1) queue.cancel(event);
        } else if (!oracle.empty()) {
            same = same && queue.pop().payload() == std::get<2>(oracle.begin()->first);
            oracle.erase(oracle.begin());
        }
        same = same && queue.empty() == oracle.empty();
    }
    CHECK(same);
}

TEST_CASE("The loop runs to its end and no further, with the clock at each event's time") {
    sim::EventQueue queue;
    sim::Clock clock;
    std::vector<double> times;
    queue.push(1.0, 0, 0);
    queue.push(5.0, 0, 0);
    sim::run_until(queue, clock, 5.0, [&](const sim::Event& event) {
        CHECK(clock.now() == event.time());
        times.push_back(clock.now());
        if (clock.now() < 4.0) queue.push(clock.now() + 1.5, 0, 0);
    });
    CHECK(times == std::vector<double>{1.0, 2.5, 4.0});
    CHECK(clock.now() == 5.0);
    CHECK(queue.top().time() == 5.0);
    CHECK_THROWS_AS(clock.advance_to(4.0), std::logic_error);
}
