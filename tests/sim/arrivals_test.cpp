#include "sim/arrivals.hpp"
#include "sim/resource.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <vector>

using namespace framsyn;
using sim::Time;

namespace {

template <class Rate>
std::vector<sim::Arrival> all_of(sim::Arrivals<Rate> arrivals) {
    std::vector<sim::Arrival> all;
    while (arrivals.next_slice() < Time::never()) arrivals.take_slice(all);
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
    return all;
}

template <class Rate>
sim::Arrivals<Rate> arrivals_with(const Rate& rate, double end, std::uint64_t seed = 1, double origin = 0.0) {
    return {{seed, 0, 1, 0}, {seed, 0, 2, 0}, {4.0, 2.0}, Time(origin), Time(end), rate};
}

} // namespace

TEST_CASE("A higher rate keeps every customer, with moment and identity, and only adds some") {
    std::map<std::uint64_t, double> many;
    for (const auto& arrival : all_of(arrivals_with(sim::ConstantRate{5.3}, 200.0))) {
        many[arrival.customer] = arrival.time.since_start();
    }
    const auto few = all_of(arrivals_with(sim::ConstantRate{4.1}, 200.0));
    bool kept = true;
    for (const auto& arrival : few) kept = kept && many.at(arrival.customer) == arrival.time.since_start();
    CHECK(kept);
    CHECK(few.size() < many.size());
}

TEST_CASE("Counts per unit of time are Poisson: mean and variance are the rate") {
    // 20 000 counts of a Poisson(3): standard error of the mean .0122, of the variance about .032; four of each.
    const auto all = all_of(arrivals_with(sim::ConstantRate{3.0}, 20'000.0));
    std::vector<double> counts(20'000, 0.0);
    for (const auto& arrival : all) counts[static_cast<std::size_t>(arrival.time.since_start())] += 1.0;
    double sum = 0.0;
    double squares = 0.0;
    for (const double count : counts) sum += count;
    const double mean = sum / 20'000.0;
    for (const double count : counts) squares += (count - mean) * (count - mean);
    CHECK(mean == Approx(3.0).margin(0.049));
    CHECK(squares / 19'999.0 == Approx(3.0).margin(0.13));
}

TEST_CASE("A rate in steps has as many customers in each step as its own rate says") {
    const sim::StepRate rate({Time(0.0), Time(3000.0), Time(6000.0), Time(9000.0)}, {1.0, 0.0, 4.0});
    CHECK(rate.at(Time(-1.0)) == 0.0);
    CHECK(rate.at(Time(3000.0)) == 0.0);
    CHECK(rate.at(Time(9000.0)) == 0.0);
    std::array<double, 4> counts{};
    for (const auto& arrival : all_of(arrivals_with(rate, 12'000.0))) {
        counts[static_cast<std::size_t>(arrival.time.since_start() / 3000.0)] += 1.0;
    }
    CHECK(counts[0] == Approx(3000.0).margin(4.0 * 55.0)); // standard deviation sqrt(3000) = 55
    CHECK(counts[1] == 0.0);
    CHECK(counts[2] == Approx(12'000.0).margin(4.0 * 110.0)); // sqrt(12 000) = 110
    CHECK(counts[3] == 0.0);
}

TEST_CASE("A clock that starts later in the same process meets the same customers") {
    const auto early = all_of(arrivals_with(sim::ConstantRate{2.0}, 100.0, 5, 0.0));
    const auto late = all_of(arrivals_with(sim::ConstantRate{2.0}, 70.0, 5, -30.0)); // its time 0 is the other's 30
    std::map<std::uint64_t, double> times;
    for (const auto& arrival : early) times[arrival.customer] = arrival.time.since_start();
    bool same = true;
    for (const auto& arrival : late) {
        same = same && times.at(arrival.customer) - 30.0 == Approx(arrival.time.since_start()).margin(1e-12);
    }
    CHECK(same);
    CHECK(late.size() > 100);
}

TEST_CASE("What would give two customers one identity is refused") {
    CHECK_THROWS_AS(arrivals_with(sim::ConstantRate{1.0}, 1e9), std::invalid_argument);
    auto arrivals = arrivals_with(sim::ConstantRate{2e5}, 10.0);
    std::vector<sim::Arrival> all;
    CHECK_THROWS_AS(arrivals.take_slice(all), std::length_error);
}

TEST_CASE("Several pools are taken together or not at all") {
    sim::Pool beds(2);
    sim::Pool nurses(3);
    const std::array<sim::Claim, 2> claims{sim::Claim{&beds, 1}, sim::Claim{&nurses, 2}};
    CHECK(sim::take_all(claims));
    CHECK_FALSE(sim::take_all(claims));
    CHECK(beds.in_use() == 1);
    CHECK(nurses.in_use() == 2);
    sim::release_all(claims);
    CHECK(nurses.in_use() == 0);
}

TEST_CASE("A line that is full says so, and serves by priority, then first come") {
    sim::WaitingLine<int, 2> line(3);
    line.join(1, 1);
    const auto middle = line.join(2, 1);
    line.join(3, 0);
    CHECK(line.is_full());
    CHECK(line.leave(line.first()) == 3);
    CHECK(line.leave(middle) == 2);
    CHECK(line.leave(line.first()) == 1);
    CHECK(line.empty());
}
