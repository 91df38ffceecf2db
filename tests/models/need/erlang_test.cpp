#include "models/need/beds/erlang.hpp"
#include "tests/catch.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <cmath>

using namespace framsyn::need;

TEST_CASE("Erlang B agrees with its defining sum") {
    // B(c, a) = (a^c / c!) / Σ a^k / k!
    for (const double load : {0.5, 3.0, 16.0}) {
        for (const int servers : {0, 1, 5, 20}) {
            double term = 1.0, sum = 1.0;
            for (int k = 1; k <= servers; ++k) {
                term *= load / k;
                sum += term;
            }
            CHECK(erlang_b(servers, load) == Approx(term / sum).epsilon(1e-12));
        }
    }
}

TEST_CASE("Erlang B and C agree with published table values") {
    // One server, load a: B = a / (1 + a), C = a. Ten servers, five erlangs: B = .0184 and C = .0361 (standard Erlang tables).
    CHECK(erlang_b(1, 0.25) == Approx(0.2).epsilon(1e-14));
    CHECK(erlang_c(1, 0.25) == Approx(0.25).epsilon(1e-14));
    CHECK(erlang_b(10, 5.0) == Approx(0.0184).margin(5e-5));
    CHECK(erlang_c(10, 5.0) == Approx(0.0361).margin(5e-5));
}

TEST_CASE("everybody waits when the load is as large as the beds") {
    CHECK(erlang_c(10, 10.0) == 1.0);
    CHECK(erlang_c(0, 1.0) == 1.0);
}

TEST_CASE("the number of beds is the smallest that keeps the risk") {
    for (const double load : {0.3, 1.2, 3.6, 10.0, 45.0, 300.0}) {
        for (const double risk : {0.01, 0.05, 0.2}) {
            const int lost = beds_for_service_level(load, risk, WhenFull::lost);
            CHECK(erlang_b(lost, load) <= risk);
            CHECK(erlang_b(lost - 1, load) > risk);
            const int waits = beds_for_service_level(load, risk, WhenFull::waits);
            CHECK(erlang_c(waits, load) <= risk);
            CHECK(erlang_c(waits - 1, load) > risk);
            CHECK(waits >= lost);
        }
    }
}

TEST_CASE("no load needs no beds, and two small units need more than one large") {
    CHECK(beds_for_service_level(0.0, 0.05, WhenFull::lost) == 0);
    // Finnmark's category 3: 1.2 occupied beds on one site need 4 beds at 5 %, on two sites 3 + 3.
    CHECK(beds_for_service_level(1.2, 0.05, WhenFull::lost) == 4);
    CHECK(beds_for_service_level(0.6, 0.05, WhenFull::lost) == 3);
}

TEST_CASE("Erlang B, C and the wait's tail agree with arithmetic of fifty digits up to 2 000 beds") {
    using Exact = boost::multiprecision::cpp_bin_float_50;
    for (const int servers : {1, 2, 7, 40, 150, 700, 2000}) {
        for (const double part : {0.1, 0.6, 0.85, 0.97, 0.999, 1.2}) {
            const double load = part * servers;
            Exact term = 1, sum = 1;
            for (int k = 1; k <= servers; ++k) {
                term *= Exact(load) / k;
                sum += term;
            }
            const Exact blocked = term / sum;
            if (blocked < Exact(1e-300)) continue; // a double has no such number
            CHECK(std::abs(static_cast<double>(Exact(erlang_b(servers, load)) / blocked - 1)) < 1e-12);
            if (load >= servers) continue;
            const Exact waits = servers * blocked / (servers - Exact(load) * (1 - blocked));
            CHECK(std::abs(static_cast<double>(Exact(erlang_c(servers, load)) / waits - 1)) < 1e-12);
            const Exact tail = waits * exp(-(servers - Exact(load)) * Exact(0.25));
            if (tail < Exact(1e-300)) continue;
            CHECK(std::abs(static_cast<double>(Exact(wait_above(0.25, servers, load)) / tail - 1)) < 1e-12);
        }
    }
}

TEST_CASE("where planned patients may wait, the beds are the smallest with which few enough are failed") {
    for (const double load : {0.3, 1.2, 3.6, 10.0, 45.0, 300.0}) {
        for (const double stays : {0.1, 0.5, 2.0}) {
            for (const double urgent : {0.0, 0.3, 0.9}) {
                const auto failed = [&](int beds) {
                    return urgent * erlang_c(beds, load) + (1.0 - urgent) * wait_above(stays, beds, load);
                };
                const int beds = beds_for_service_level(load, 0.2, WhenFull::waits, {stays, urgent});
                CHECK(failed(beds) <= 0.2);
                CHECK((beds - 1 <= load || failed(beds - 1) > 0.2));
                CHECK(beds <= beds_for_service_level(load, 0.2, WhenFull::waits));
                CHECK(beds >= beds_for_service_level(load, 0.2, WhenFull::waits, {2.0 * stays, urgent}));
            }
        }
    }
    // One bed half used, C = .5: half of the arrivals wait, and .5 · e^(−.5 · 2) = .18 longer than two stays.
    CHECK(beds_for_service_level(0.5, 0.2, WhenFull::waits, {2.0, 0.0}) == 1);
    CHECK(beds_for_service_level(0.5, 0.2, WhenFull::waits) == 2);
}
