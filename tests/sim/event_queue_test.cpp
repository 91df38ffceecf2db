#include "sim/clock.hpp"
#include "sim/events/event_queue.hpp"
#include "sim/events/ladder_list.hpp"
#include "sim/numerics/random_stream.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <tuple>
#include <vector>

using namespace framsyn;
using sim::Time;

// The same cases for every list of events.
#define WITH_EVERY_LIST(NAME) TEMPLATE_TEST_CASE(NAME, "[events]", sim::HeapList, sim::CalendarList, sim::LadderList)

WITH_EVERY_LIST("Events come in order of time, then class, then the order in which they were pushed") {
    sim::BasicEventQueue<TestType> queue;
    queue.push(Time(2.0), 0, 1);
    queue.push(Time(1.0), 3, 2);
    queue.push(Time(1.0), 1, 3);
    queue.push(Time(1.0), 3, 4);
    queue.push(Time(0.0), 9, 5);
    std::vector<std::uint32_t> order;
    while (!queue.empty()) order.push_back(queue.pop().payload());
    CHECK(order == std::vector<std::uint32_t>{5, 3, 2, 4, 1});
}

TEST_CASE("An event keeps its time, class and payload") {
    sim::EventQueue queue;
    const sim::Event event = queue.push(Time(1234.5678), 15, (1U << 24U) - 1U);
    CHECK(event.time() == Time(1234.5678));
    CHECK(event.event_class() == 15);
    CHECK(event.payload() == (1U << 24U) - 1U);
    CHECK(sizeof(sim::Event) == 16);
}

WITH_EVERY_LIST("A cancelled event does not happen, and cancelling one that has happened does nothing") {
    sim::BasicEventQueue<TestType> queue;
    const sim::Event first = queue.push(Time(1.0), 0, 1);
    const sim::Event second = queue.push(Time(2.0), 0, 2);
    queue.push(Time(3.0), 0, 3);
    CHECK(queue.pop().payload() == 1);
    queue.cancel(second);
    queue.cancel(second);
    queue.cancel(first);
    queue.cancel(sim::Event{});
    CHECK(queue.pop().payload() == 3);
    CHECK(queue.empty());
    queue.push(Time(1.0), 0, 4);
    CHECK(queue.pop().payload() == 4);
}

TEST_CASE("Events that no order could be given to are refused") {
    sim::EventQueue queue;
    CHECK_THROWS_AS(queue.push(Time(-1.0), 0, 0), std::invalid_argument);
    CHECK_THROWS_AS(queue.push(Time(std::nan("")), 0, 0), std::invalid_argument);
    CHECK_THROWS_AS(queue.push(Time(1.0), 16, 0), std::invalid_argument);
    CHECK_THROWS_AS(queue.push(Time(1.0), 0, 1U << 24U), std::invalid_argument);
    CHECK(queue.empty());
}

WITH_EVERY_LIST("Cancelling the event that nobody pushed leaves the first of all in place") {
    sim::BasicEventQueue<TestType> queue;
    queue.push(Time(), 0, 0);
    queue.cancel(sim::Event{});
    CHECK_FALSE(queue.empty());
}

WITH_EVERY_LIST("A run without an end stops the clock at the last event") {
    sim::BasicEventQueue<TestType> queue;
    sim::Clock clock;
    queue.push(Time(3.0), 0, 0);
    sim::run_until(queue, clock, Time::never(), [](const sim::Event&) {});
    CHECK(clock.now() == Time(3.0));
}

WITH_EVERY_LIST("A moved event happens once, at its new time and after its class there") {
    sim::BasicEventQueue<TestType> queue;
    const sim::Event early = queue.push(Time(1.0), 2, 1);
    queue.push(Time(5.0), 2, 2);
    queue.push(Time(5.0), 3, 3);
    const sim::Event late = queue.move(early, Time(5.0));
    CHECK(late.payload() == 1);
    std::vector<std::uint32_t> order;
    while (!queue.empty()) order.push_back(queue.pop().payload());
    CHECK(order == std::vector<std::uint32_t>{2, 1, 3});
}

namespace {

// How far ahead the next event is pushed: patterns that have broken calendars and ladders.
enum class Pattern { uniform, whole_days, bursts, far_and_near, shrinking, same_instant };

double ahead(Pattern pattern, const sim::RandomBlock& block, std::uint32_t i) {
    const double u = block.uniform_word(1);
    switch (pattern) {
    case Pattern::uniform:
        return 100.0 * u;
    case Pattern::whole_days:
        return static_cast<double>(block.words[1] % 5);
    case Pattern::bursts:
        return i % 1000 < 900 ? 1e-9 * u : 1e6 * u;
    case Pattern::far_and_near:
        return block.words[3] % 50 == 0 ? 1e12 * u : u;
    case Pattern::shrinking:
        return 1e6 / (1.0 + i) * u;
    case Pattern::same_instant:
        return 0.0;
    }
    return u;
}

// The oracle is std::map, whose order is (time, class, number of the push). Half as many pushes as pops at first, so
// that the list grows, and the other way round then, so that it shrinks.
template <class List>
bool agrees_with_map(Pattern pattern, std::uint32_t actions) {
    sim::BasicEventQueue<List> queue;
    using Key = std::tuple<double, unsigned, std::uint32_t>;
    std::map<Key, sim::Event> oracle;
    std::vector<std::pair<Key, sim::Event>> pushed;
    const sim::RandomStream stream({1, 0, 0, static_cast<std::uint64_t>(pattern)});
    double now = 0.0;
    for (std::uint32_t i = 0; i < actions; ++i) {
        const sim::RandomBlock block = stream.block(i);
        const unsigned pushes_of_8 = i < actions / 2 ? 5 : 2;
        const unsigned action = block.words[0] % 8;
        if (action < pushes_of_8) {
            const Key key{now + ahead(pattern, block, i), block.words[2] % 5, i};
            const sim::Event event = queue.push(Time(std::get<0>(key)), std::get<1>(key), i);
            oracle.emplace(key, event);
            pushed.emplace_back(key, event);
        } else if (action == 7 && !pushed.empty()) {
            // Also of events that have happened, and twice: neither may do anything.
            const auto& [key, event] = pushed[block.words[1] % pushed.size()];
            oracle.erase(key);
            queue.cancel(event);
        } else if (!oracle.empty()) {
            const sim::Event event = queue.pop();
            if (event.payload() != std::get<2>(oracle.begin()->first)) return false;
            now = event.time().since_start();
            oracle.erase(oracle.begin());
        }
        if (queue.empty() != oracle.empty()) return false;
    }
    while (!oracle.empty()) {
        if (queue.pop().payload() != std::get<2>(oracle.begin()->first)) return false;
        oracle.erase(oracle.begin());
    }
    return queue.empty();
}

} // namespace

WITH_EVERY_LIST("A hundred thousand pushes, pops and cancellations agree with an ordered map, whatever the times") {
    const auto pattern = GENERATE(Pattern::uniform, Pattern::whole_days, Pattern::bursts, Pattern::far_and_near,
                                  Pattern::shrinking, Pattern::same_instant);
    CAPTURE(static_cast<int>(pattern));
    CHECK(agrees_with_map<TestType>(pattern, 100'000));
}

WITH_EVERY_LIST("Events pushed before the one that was last looked at come before it") {
    // Looking must not move a list past the time of what may still be pushed.
    sim::BasicEventQueue<TestType> queue;
    for (std::uint32_t i = 0; i < 100; ++i) queue.push(Time(1000.0 + i), 0, i);
    CHECK(queue.peek()->payload() == 0);
    for (std::uint32_t i = 0; i < 5000; ++i) queue.push(Time(500.0 - 0.1 * i), 0, 10'000 + i);
    double last = -1.0;
    bool rising = true;
    std::size_t count = 0;
    for (; !queue.empty(); ++count) {
        const double time = queue.pop().time().since_start();
        rising = rising && time >= last;
        last = time;
    }
    CHECK(rising);
    CHECK(count == 5100);
}

WITH_EVERY_LIST("Events that never happen wait behind all others") {
    sim::BasicEventQueue<TestType> queue;
    for (std::uint32_t i = 0; i < 100; ++i) {
        queue.push(Time::never(), 1, i);
        queue.push(Time(1e300 * i), 0, 100 + i);
    }
    std::vector<std::uint32_t> order;
    while (!queue.empty()) order.push_back(queue.pop().payload());
    std::vector<std::uint32_t> expected(200);
    for (std::uint32_t i = 0; i < 100; ++i) {
        expected[i] = 100 + i;
        expected[100 + i] = i;
    }
    CHECK(order == expected);
}

WITH_EVERY_LIST("The loop runs to its end and no further, with the clock at the time of each event") {
    sim::BasicEventQueue<TestType> queue;
    sim::Clock clock;
    std::vector<double> times;
    queue.push(Time(1.0), 0, 0);
    queue.push(Time(5.0), 0, 0);
    sim::run_until(queue, clock, Time(5.0), [&](const sim::Event& event) {
        CHECK(clock.now() == event.time());
        times.push_back(clock.now().since_start());
        if (clock.now() < Time(4.0)) queue.push(clock.now() + 1.5, 0, 0);
    });
    CHECK(times == std::vector<double>{1.0, 2.5, 4.0});
    CHECK(clock.now() == Time(5.0));
    CHECK(queue.peek()->time() == Time(5.0));
    CHECK_THROWS_AS(clock.advance_to(Time(4.0)), std::logic_error);
}

TEST_CASE("An error while an event is handled names the time of the clock") {
    sim::EventQueue queue;
    sim::Clock clock;
    queue.push(Time(2.5), 0, 0);
    const auto fail = [](const sim::Event&) { throw std::runtime_error("no such bed"); };
    CHECK_THROWS_AS(sim::run_until(queue, clock, Time(9.0), fail), sim::EventError);
    sim::Clock again;
    queue.push(Time(2.5), 0, 0);
    CHECK_THROWS_WITH(sim::run_until(queue, again, Time(9.0), fail), "at time 2.500000: no such bed");
}
