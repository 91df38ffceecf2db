#include "sim/events/ladder_list.hpp"
#include "tests/catch.hpp"
#include "tests/sim/queue_models.hpp"

#include <cmath>
#include <string>

using namespace framsyn;
using namespace framsyn::queues;

// Simulated means must lie within four standard errors of theory, computed from 40 replications unless a test says
// otherwise. With 39 degrees of freedom P(|T| > 4) is 3 in 10 000 for each comparison; seeds are fixed, so that a test
// fails only when the code is wrong or has changed. Each comparison also states how narrow it must be, so that it
// cannot pass by being vague. Which list keeps the events changes no bit (queue_property_test.cpp), so that dear cases
// run with one of them only.
#define WITH_EVERY_LIST(NAME) TEMPLATE_TEST_CASE(NAME, "[theory]", sim::HeapList, sim::CalendarList, sim::LadderList)

namespace {

using Kernel = sim::CalendarList;

struct Study {
    double warm_up = 500.0;
    double length = 5000.0; ///< after the warm-up
    std::uint32_t replications = 40;
    std::uint64_t seed = 1;
};

/// What happened in one replication between warm-up and end.
struct Window {
    std::vector<Counts> cells; ///< [station * kinds + kind]
    std::vector<Counts> stations;
    std::vector<double> watched; ///< means over time
    double length = 0.0;
};

template <class List>
using Watch = std::function<double(const NetworkRun<List>&)>;

/// Kept by different code, the integral of the number and the sum of times are the same when nobody is left:
/// L = lambda W (Little 1961, Operations Research 9(3)) without edge terms. Nobody may get lost either.
template <class List>
void check_little_and_conservation(NetworkRun<List>& run, const Network& network) {
    run.drain();
    CHECK(run.present() == 0);
    CHECK(run.came() == run.gone());
    for (std::size_t station = 0; station < network.stations.size(); ++station) {
        const Counts all = run.counts(station);
        CHECK(all.line_time == Approx(all.wait).epsilon(1e-9).margin(1e-9));
        CHECK(all.place_time == Approx(all.stay).epsilon(1e-9).margin(1e-9));
        CHECK(all.arrived == all.lost + all.gave_up + all.began);
        CHECK(all.began == all.ended);
    }
}

template <class List>
std::vector<Window> replicate(const Network& network, const Study& study,
                              const std::vector<Watch<List>>& watches = {}) {
    std::vector<Window> windows(study.replications);
    for (std::uint32_t replication = 0; replication < study.replications; ++replication) {
        const Time end(study.warm_up + study.length);
        NetworkRun<List> run(network, study.seed, replication, end);
        Window& window = windows[replication];
        window.length = study.length;
        const auto add_counts = [&](auto&& add) {
            for (std::size_t station = 0; station < network.stations.size(); ++station) {
                add(window.stations[station], run.counts(station));
                for (std::size_t kind = 0; kind < network.kinds; ++kind) {
                    add(window.cells[station * network.kinds + kind], run.counts(station, kind));
                }
            }
        };
        window.stations.resize(network.stations.size());
        window.cells.resize(network.stations.size() * network.kinds);
        run.advance(Time(study.warm_up));
        add_counts([](Counts& sum, const Counts& counts) { sum -= counts; });
        std::vector<sim::TimeWeighted> values;
        for (const auto& watch : watches) values.emplace_back(study.warm_up, watch(run));
        run.advance(end, [&](const sim::Event&) {
            for (std::size_t i = 0; i < watches.size(); ++i) values[i].set(run.now(), watches[i](run));
        });
        add_counts([](Counts& sum, const Counts& counts) { sum += counts; });
        for (auto& value : values) window.watched.push_back(value.take(end) / study.length);
        check_little_and_conservation(run, network);
    }
    return windows;
}

constexpr double kStandardErrors = 4.0;

/// `widest`: of the four standard errors, as a share of what is expected.
void check_mean(const std::string& what, const std::vector<double>& values, double expected, double widest) {
    INFO(what);
    const double mean = sim::mean(values);
    const double tolerance = kStandardErrors * std::sqrt(sim::variance(values) / static_cast<double>(values.size()));
    CAPTURE(mean, expected, tolerance);
    CHECK(std::abs(mean - expected) < tolerance);
    CHECK(tolerance < widest * expected);
}

/// The mean per unit of time of a member of the counts.
void check_rate(const std::string& what, const std::vector<Window>& windows, std::size_t station,
                double Counts::* member, double expected, double widest) {
    std::vector<double> values;
    for (const Window& window : windows) values.push_back(window.stations[station].*member / window.length);
    check_mean(what, values, expected, widest);
}
void check_kind(const std::string& what, const std::vector<Window>& windows, std::size_t cell, double Counts::* member,
                double expected, double widest) {
    std::vector<double> values;
    for (const Window& window : windows) values.push_back(window.cells[cell].*member / window.length);
    check_mean(what, values, expected, widest);
}
void check_watched(const std::string& what, const std::vector<Window>& windows, std::size_t watch, double expected,
                   double widest) {
    std::vector<double> values;
    for (const Window& window : windows) values.push_back(window.watched[watch]);
    check_mean(what, values, expected, widest);
}

template <class List>
Watch<List> has_number(std::size_t station, int number) {
    return [=](const NetworkRun<List>& run) { return run.number(station) == number ? 1.0 : 0.0; };
}
template <class List>
Watch<List> has_at_least(std::size_t station, int number) {
    return [=](const NetworkRun<List>& run) { return run.number(station) >= number ? 1.0 : 0.0; };
}

Network single(double rate, int servers, const Draw& service, std::size_t most_waiting = kNoLimit) {
    Network network;
    network.pools = {servers};
    network.stations = {{.needs = {{0, 1}}, .service = service, .most_waiting = most_waiting}};
    network.sources = {{.rate = {.base = rate}}};
    return network;
}

// Erlang (1917): B(0) = 1, B(c) = a B / (c + a B), and P(wait) = c B / (c - a (1 - B)).
double loss_probability(int servers, double load) {
    double blocked = 1.0;
    for (int c = 1; c <= servers; ++c) blocked = load * blocked / (c + load * blocked);
    return blocked;
}
double delay_probability(int servers, double load) {
    const double blocked = loss_probability(servers, load);
    return servers * blocked / (servers - load * (1.0 - blocked));
}
/// Mean number that waits in M/M/c.
double mmc_line(int servers, double load) {
    return delay_probability(servers, load) * load / (servers - load);
}

/// The stationary distribution of a birth-and-death process on 0..most.
std::vector<double> birth_and_death(int most, const std::function<double(int)>& birth,
                                    const std::function<double(int)>& death) {
    std::vector<double> p{1.0};
    double sum = 1.0;
    for (int n = 1; n <= most; ++n) {
        p.push_back(p.back() * birth(n - 1) / death(n));
        sum += p.back();
    }
    for (double& value : p) value /= sum;
    return p;
}
/// Mean of max(N - servers, 0).
double line_of(const std::vector<double>& p, int servers) {
    double sum = 0.0;
    for (std::size_t n = static_cast<std::size_t>(servers) + 1; n < p.size(); ++n) {
        sum += (static_cast<double>(n) - servers) * p[n];
    }
    return sum;
}

/// Pollaczek (1930) and Khinchine (1932): mean number that waits in M/G/1, lambda^2 E[S^2] / (2 (1 - rho)).
double mg1_line(double rate, double mean, double squared_variation) {
    return rate * rate * mean * mean * (1.0 + squared_variation) / (2.0 * (1.0 - rate * mean));
}

/// Mean number that waits in M/D/c with services of 1: Crommelin (1932), P.O. Electrical Engineers' Journal 25. Those
/// in service now are gone in one service time and no other is, hence N(t + 1) = max(N(t) - c, 0) + Poisson(lambda).
double mdc_line(int servers, double rate) {
    constexpr std::size_t kMost = 150;
    std::vector<double> comes(kMost + 1, std::exp(-rate));
    for (std::size_t n = 1; n <= kMost; ++n) comes[n] = comes[n - 1] * rate / static_cast<double>(n);
    std::vector<double> p(kMost + 1);
    p[0] = 1.0;
    const auto c = static_cast<std::size_t>(servers);
    for (int step = 0; step < 1000; ++step) {
        std::vector<double> next(kMost + 1);
        for (std::size_t n = 0; n <= kMost; ++n) {
            const std::size_t stay = n > c ? n - c : 0;
            for (std::size_t k = 0; stay + k <= kMost && k < 40; ++k) next[stay + k] += p[n] * comes[k];
        }
        p = next;
    }
    return line_of(p, servers);
}

double normal_cdf(double x) {
    return 0.5 * std::erfc(-x / std::sqrt(2.0));
}

/// Eick, Massey and Whitt (1993), Operations Research 41(4): in M(t)/G/infinity that begins empty the number at t is
/// Poisson with mean integral of rate(t - u) P(S > u) over u from 0 to t. Simpson's rule.
double infinite_servers_mean(const SeasonalRate& rate, const std::function<double(double)>& survival, double t) {
    constexpr int kSteps = 100'000;
    const double step = t / kSteps;
    double sum = 0.0;
    for (int i = 0; i <= kSteps; ++i) {
        const double weight = i == 0 || i == kSteps ? 1.0 : (i % 2 == 1 ? 4.0 : 2.0);
        const double season = 1.0 + rate.swing * std::sin(6.283185307179586 / rate.period * (t - i * step));
        sum += weight * rate.base * season * survival(i * step);
    }
    return sum * step / 3.0;
}

} // namespace

TEST_CASE("The formulas of the theory tests give textbook values and agree with each other") {
    CHECK(loss_probability(3, 2.0) == Approx(4.0 / 19.0).epsilon(1e-15));
    CHECK(delay_probability(3, 2.0) == Approx(4.0 / 9.0).epsilon(1e-15));
    CHECK(mmc_line(1, 0.5) == Approx(0.5).epsilon(1e-15));
    CHECK(mg1_line(0.5, 1.0, 1.0) == Approx(0.5).epsilon(1e-15));
    const auto mmc = birth_and_death(400, [](int) { return 2.0; }, [](int n) { return std::min(n, 3); });
    CHECK(line_of(mmc, 3) == Approx(mmc_line(3, 2.0)).epsilon(1e-12));
    CHECK(mdc_line(1, 0.7) == Approx(mg1_line(0.7, 1.0, 0.0)).epsilon(1e-9));
    // Cosmetatos (1975), Operational Research Quarterly 26(3): M/D/c is about M/M/c times
    // (1 + (1 - rho) (c - 1) (sqrt(4 + 5 c) - 2) / (16 rho c)) / 2.
    CHECK(mdc_line(2, 1.4) ==
          Approx(mmc_line(2, 1.4) / 2.0 * (1.0 + 0.3 * (std::sqrt(14.0) - 2.0) / 22.4)).epsilon(0.01));
    // With exponential service of mean m the integral has a closed form; long after the start (Eick, Massey and Whitt,
    // equation 15) it is a sine again, later and flatter.
    const double g = 6.283185307179586 / 8.0 * 1.5;
    const double t = 60.0;
    CHECK(
        infinite_servers_mean(
            {10.0, 0.5, 8.0}, [](double u) { return std::exp(-u / 1.5); }, t) ==
        Approx(15.0 * (1.0 + 0.5 * (std::sin(g * t / 1.5) - g * std::cos(g * t / 1.5)) / (1.0 + g * g))).epsilon(1e-9));
}

WITH_EVERY_LIST("The line, the busy servers and the chance of waiting agree with M/M/1 and M/M/c") {
    struct Case {
        int servers;
        double load;
        double length;
    };
    for (const Case& c : {Case{1, 0.7, 8000.0}, Case{3, 2.2, 3000.0}, Case{20, 17.0, 1500.0}}) {
        CAPTURE(c.servers);
        const auto windows = replicate<TestType>(single(c.load, c.servers, exponential(1.0)), {.length = c.length},
                                                 {has_at_least<TestType>(0, c.servers), has_number<TestType>(0, 1)});
        check_rate("waiting", windows, 0, &Counts::line_time, mmc_line(c.servers, c.load), 0.15);
        check_rate("served", windows, 0, &Counts::place_time, c.load, 0.02);
        check_rate("wait", windows, 0, &Counts::wait, mmc_line(c.servers, c.load), 0.15);
        check_watched("all servers busy", windows, 0, delay_probability(c.servers, c.load), 0.05);
        if (c.servers == 1) check_watched("one present", windows, 1, 0.3 * 0.7, 0.02);
    }
}

TEST_CASE("Waits in M/M/c are longer than t with the chance of Erlang, an exponential in t") {
    // P(W > t) = C exp(-(c mu - lambda) t), of the customers of 40 runs. 3 servers, load 2.4.
    Network network = single(2.4, 3, exponential(1.0));
    network.keeps_visits = true;
    const std::vector<double> times{0.0, 0.5, 1.0, 3.0};
    std::vector<std::vector<double>> longer(times.size());
    for (std::uint32_t replication = 0; replication < 40; ++replication) {
        NetworkRun<Kernel> run(network, 2, replication, Time(3000.0));
        run.drain();
        std::vector<double> count(times.size());
        double all = 0.0;
        for (const Visit& visit : run.visits()) {
            if (visit.arrived < Time(300.0)) continue;
            ++all;
            for (std::size_t i = 0; i < times.size(); ++i) {
                if (visit.began - visit.arrived > times[i]) ++count[i];
            }
        }
        for (std::size_t i = 0; i < times.size(); ++i) longer[i].push_back(count[i] / all);
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
        check_mean("longer than " + std::to_string(times[i]), longer[i],
                   delay_probability(3, 2.4) * std::exp(-0.6 * times[i]), 0.2);
    }
}

WITH_EVERY_LIST("A line with an end loses what M/M/c/K says and holds as many") {
    // Birth and death on 0..K; by PASTA (Wolff 1982) the share lost is p(K). 2 servers, 4 places to wait, overloaded.
    const double rate = 2.2;
    const auto p = birth_and_death(6, [=](int) { return rate; }, [](int n) { return std::min(n, 2); });
    const auto windows = replicate<TestType>(single(rate, 2, exponential(1.0), 4), {.warm_up = 100.0, .length = 6000.0},
                                             {has_number<TestType>(0, 6), has_number<TestType>(0, 0)});
    check_rate("lost", windows, 0, &Counts::lost, rate * p[6], 0.04);
    check_rate("waiting", windows, 0, &Counts::line_time, line_of(p, 2), 0.03);
    check_watched("full", windows, 0, p[6], 0.03);
    check_watched("empty", windows, 1, p[0], 0.05);
}

WITH_EVERY_LIST("Those who give up are as many as in Erlang A, whose line is shorter for it") {
    // Palm (1957), Tele: birth and death with death rate min(n, c) + theta max(n - c, 0); the rate of giving up is
    // theta times the mean line. 5 servers, load 6: without patience the line would have no end.
    constexpr int kServers = 5;
    const double theta = 0.4;
    const auto p = birth_and_death(
        200, [](int) { return 6.0; }, [=](int n) { return std::min(n, kServers) + theta * std::max(n - kServers, 0); });
    Network network = single(6.0, kServers, exponential(1.0));
    network.stations[0].patience = exponential(1.0 / theta);
    double delayed = 0.0;
    for (std::size_t n = kServers; n < p.size(); ++n) delayed += p[n];
    const auto windows = replicate<TestType>(network, {.warm_up = 100.0, .length = 800.0, .seed = 3},
                                             {has_at_least<TestType>(0, kServers)});
    check_rate("given up", windows, 0, &Counts::gave_up, theta * line_of(p, kServers), 0.05);
    check_rate("waiting", windows, 0, &Counts::line_time, line_of(p, kServers), 0.05);
    check_watched("all servers busy", windows, 0, delayed, 0.02);
}

TEST_CASE("Waiting in M/G/1 agrees with Pollaczek and Khinchine for regular and irregular service") {
    struct Case {
        const char* name;
        Draw service;
        double squared_variation;
    };
    for (const Case& c :
         {Case{"constant", constant(1.0), 0.0}, Case{"Erlang", erlang(3, 1.0), 1.0 / 3.0},
          Case{"gamma", gamma(0.6, 1.0), 1.0 / 0.6}, Case{"lognormal", lognormal(1.0, 0.8), std::exp(0.64) - 1.0},
          Case{"hyperexponential", hyperexponential(1.0, 4.0), 4.0}}) {
        const auto windows = replicate<Kernel>(single(0.6, 1, c.service), {.length = 20'000.0, .seed = 4});
        check_rate(c.name, windows, 0, &Counts::line_time, mg1_line(0.6, 1.0, c.squared_variation), 0.10);
        check_rate(c.name, windows, 0, &Counts::place_time, 0.6, 0.02);
    }
}

TEST_CASE("Waiting for several servers with constant service agrees with the chain of Crommelin") {
    for (const int servers : {2, 4}) {
        const double rate = 0.8 * servers;
        const auto windows = replicate<Kernel>(single(rate, servers, constant(1.0)), {.length = 8000.0, .seed = 5});
        check_rate("waiting", windows, 0, &Counts::line_time, mdc_line(servers, rate), 0.08);
    }
}

TEST_CASE(
    "The number with infinitely many servers is Poisson with the mean of Eick, Massey and Whitt at every moment") {
    // 1 000 replications from empty, a rate that stays or swings by half. The mean of (N - m)^2 is m as well. With 999
    // degrees of freedom P(|T| > 4) is 7 in 100 000 for each comparison.
    struct Case {
        const char* name;
        Draw service;
        std::function<double(double)> survival;
    };
    const auto lognormal_survival = [](double u) { return 1.0 - normal_cdf((std::log(u / 2.0) + 0.5) / 1.0); };
    const std::vector<Case> cases{
        {"exponential", exponential(2.0), [](double u) { return std::exp(-u / 2.0); }},
        {"constant", constant(2.0), [](double u) { return u < 2.0 ? 1.0 : 0.0; }},
        {"lognormal", lognormal(2.0, 1.0), lognormal_survival},
        {"Erlang", erlang(2, 2.0), [](double u) { return (1.0 + u) * std::exp(-u); }},
    };
    const std::vector<double> moments{1.0, 4.0, 10.0, 12.5, 15.0};
    for (const double swing : {0.0, 0.5}) {
        for (const Case& c : cases) {
            Network network = single(10.0, kManyServers, c.service);
            network.sources[0].rate = {10.0, swing, 10.0};
            std::vector<std::vector<double>> numbers(moments.size());
            for (std::uint32_t replication = 0; replication < 1000; ++replication) {
                NetworkRun<Kernel> run(network, 6, replication, Time(moments.back()));
                for (std::size_t i = 0; i < moments.size(); ++i) {
                    run.advance(Time(moments[i]));
                    numbers[i].push_back(run.number(0));
                }
                check_little_and_conservation(run, network);
            }
            for (std::size_t i = 0; i < moments.size(); ++i) {
                const std::string what = std::string(c.name) + " at " + std::to_string(moments[i]);
                const double mean = infinite_servers_mean(network.sources[0].rate, c.survival, moments[i]);
                check_mean(what, numbers[i], mean, 0.05);
                std::vector<double> squares;
                for (const double number : numbers[i]) squares.push_back((number - mean) * (number - mean));
                check_mean(what + ", squares", squares, mean, 0.25);
            }
        }
    }
}

TEST_CASE("The share that is lost where nobody can wait is the same for every law of service") {
    // Sevastyanov (1957): Erlang's loss formula holds for M/G/c/c. 8 servers, load 7; carried load a (1 - B), and the
    // number of busy servers is Poisson cut off at 8.
    const double blocked = loss_probability(8, 7.0);
    for (const Draw& service : {exponential(1.0), constant(1.0), lognormal(1.0, 1.2), hyperexponential(1.0, 4.0)}) {
        const auto windows = replicate<Kernel>(
            single(7.0, 8, service, 0), {.warm_up = 100.0, .length = 2000.0, .seed = 7}, {has_number<Kernel>(0, 4)});
        check_rate("lost", windows, 0, &Counts::lost, 7.0 * blocked, 0.06);
        check_rate("served", windows, 0, &Counts::place_time, 7.0 * (1.0 - blocked), 0.02);
        const double four = std::pow(7.0, 4) / std::tgamma(5.0) * blocked / (std::pow(7.0, 8) / std::tgamma(9.0));
        check_watched("four busy", windows, 0, four, 0.05);
    }
}

TEST_CASE("Waits by priority in M/M/c agree with Cobham") {
    // Cobham (1954), Operations Research 2(1): W_k = W_0 / ((1 - s_{k-1}) (1 - s_k)), W_0 = C / (c mu), s_k the load of
    // the priorities up to k on one server.
    constexpr int kServers = 3;
    const std::vector<double> rates{0.5, 0.9, 1.1};
    Network network = single(0.0, kServers, exponential(1.0));
    network.kinds = 3;
    network.sources.clear();
    for (std::size_t k = 0; k < 3; ++k)
        network.sources.push_back({.rate = {.base = rates[k]}, .kind = k, .priority = k});
    const auto windows = replicate<Kernel>(network, {.length = 5000.0, .seed = 8});
    double above = 0.0;
    for (std::size_t k = 0; k < 3; ++k) {
        const double with = above + rates[k] / kServers;
        const double wait = delay_probability(kServers, 2.5) / kServers / ((1.0 - above) * (1.0 - with));
        check_kind("priority " + std::to_string(k), windows, k, &Counts::line_time, rates[k] * wait, 0.12);
        above = with;
    }
}

TEST_CASE("Waits by priority in M/G/1 agree with Cobham when each priority has its own service") {
    // The same with W_0 = sum of lambda E[S^2] / 2.
    const std::vector<double> rates{0.2, 0.15, 0.1};
    const std::vector<double> means{1.0, 2.0, 1.5};
    const std::vector<double> squares{1.0, 4.0 * (1.0 + 1.0 / 3.0), 2.25 * 3.0}; // E[S^2]
    Network network = single(0.0, 1, by_kind({constant(1.0), erlang(3, 2.0), hyperexponential(1.5, 2.0)}));
    network.kinds = 3;
    network.sources.clear();
    double first = 0.0;
    for (std::size_t k = 0; k < 3; ++k) {
        network.sources.push_back({.rate = {.base = rates[k]}, .kind = k, .priority = k});
        first += 0.5 * rates[k] * squares[k];
    }
    const auto windows = replicate<Kernel>(network, {.length = 15'000.0, .seed = 9});
    double above = 0.0;
    for (std::size_t k = 0; k < 3; ++k) {
        const double with = above + rates[k] * means[k];
        check_kind("priority " + std::to_string(k), windows, k, &Counts::line_time,
                   rates[k] * first / ((1.0 - above) * (1.0 - with)), 0.10);
        above = with;
    }
}

WITH_EVERY_LIST("An open network with returns has the product form of Jackson") {
    // Jackson (1957), Operations Research 5(4). From 0 (1 server) to 1 with chance .5, else to 2; from 1 (2 servers) to
    // 0 with chance .3, else out; from 2 (3 servers) to 1 with chance .4, else out. Customers come to a station at the
    // rate l0 = .4 + .3 l1, l1 = .5 l0 + .4 l2, l2 = .3 + .5 l0.
    double l0 = 0.4;
    double l1 = 0.0;
    double l2 = 0.0;
    for (int i = 0; i < 200; ++i) {
        l0 = 0.4 + 0.3 * l1;
        l1 = 0.5 * l0 + 0.4 * l2;
        l2 = 0.3 + 0.5 * l0;
    }
    const auto go = [](double chance, std::size_t first, std::size_t other) {
        return
            [=](sim::RandomSequence& luck, std::size_t, std::size_t) { return luck.next() < chance ? first : other; };
    };
    Network network;
    network.pools = {1, 2, 3};
    network.stations = {{.needs = {{0, 1}}, .service = exponential(1.0), .next = go(0.5, 1, 2)},
                        {.needs = {{1, 1}}, .service = exponential(2.0), .next = go(0.3, 0, kOut)},
                        {.needs = {{2, 1}}, .service = exponential(2.5), .next = go(0.4, 1, kOut)}};
    network.sources = {{.rate = {.base = 0.4}, .station = 0}, {.rate = {.base = 0.3}, .station = 2}};
    const std::vector<double> loads{l0, 2.0 * l1, 2.5 * l2};
    const auto empty = [](const NetworkRun<TestType>& run, std::size_t station) { return run.number(station) == 0; };
    const auto windows = replicate<TestType>(
        network, {.length = 8000.0, .seed = 10},
        {[=](const auto& run) { return empty(run, 0) && empty(run, 1) && empty(run, 2) ? 1.0 : 0.0; },
         [=](const auto& run) { return run.number(0) == 1 && run.number(1) == 2 ? 1.0 : 0.0; }});
    std::vector<std::vector<double>> p;
    for (std::size_t i = 0; i < 3; ++i) {
        const int servers = network.pools[i];
        p.push_back(birth_and_death(300, [&](int) { return loads[i]; }, [=](int n) { return std::min(n, servers); }));
        check_rate("waiting", windows, i, &Counts::line_time, mmc_line(servers, loads[i]), 0.15);
        check_rate("served", windows, i, &Counts::place_time, loads[i], 0.03);
    }
    check_watched("all empty", windows, 0, p[0][0] * p[1][0] * p[2][0], 0.10);
    check_watched("one and two", windows, 1, p[0][1] * p[1][2], 0.08);
}

TEST_CASE(
    "Two kinds with routes of their own have the product form of Kelly and of Baskett, Chandy, Muntz and Palacios") {
    // Kelly (1975), Advances in Applied Probability 7(3); Baskett et al. (1975), JACM 22(2). Kind 0: station 0, 1, 0,
    // out. Kind 1: station 1, 2, out. Stations 0 (1 server) and 1 (2 servers) serve in order of arrival, exponentially
    // with the same mean for both kinds; 2 has infinitely many servers, where any law will do. The number at a station
    // is that of M/M/c (M/G/infinity), a kind has its share of it, and stations are independent at any one moment.
    const std::vector<double> rates{0.35, 0.8};
    Network network;
    network.kinds = 2;
    network.pools = {1, 2, kManyServers};
    network.stations.resize(3);
    network.stations[0] = {
        .needs = {{0, 1}}, .service = exponential(0.9), .next = [](auto&, std::size_t, std::size_t visit) {
            return visit == 0 ? std::size_t{1} : kOut;
        }};
    network.stations[1] = {
        .needs = {{1, 1}}, .service = exponential(1.2), .next = [](auto&, std::size_t kind, std::size_t) {
            return kind == 0 ? std::size_t{0} : std::size_t{2};
        }};
    network.stations[2] = {.needs = {{2, 1}}, .service = by_kind({constant(1.0), lognormal(1.5, 0.9)})};
    network.sources = {{.rate = {.base = rates[0]}, .station = 0, .kind = 0},
                       {.rate = {.base = rates[1]}, .station = 1, .kind = 1}};
    const double load0 = 2.0 * rates[0] * 0.9;
    const double load1 = (rates[0] + rates[1]) * 1.2;
    const double load2 = rates[1] * 1.5;
    const auto windows = replicate<Kernel>(
        network, {.length = 12'000.0, .seed = 11},
        {[](const auto& run) { return run.number(0) == 0 && run.number(1) == 0 && run.number(2) == 0 ? 1.0 : 0.0; },
         [](const auto& run) { return run.number(0) == 1 && run.number(1) == 1 && run.number(2) == 1 ? 1.0 : 0.0; },
         [](const auto& run) { return run.number(2) == 2 ? 1.0 : 0.0; }});
    const auto p0 = birth_and_death(300, [=](int) { return load0; }, [](int) { return 1.0; });
    const auto p1 = birth_and_death(300, [=](int) { return load1; }, [](int n) { return std::min(n, 2); });
    const double share = rates[0] / (rates[0] + rates[1]);
    check_kind("waiting at 0", windows, 0, &Counts::line_time, mmc_line(1, load0), 0.08);
    check_kind("waiting at 1, kind 0", windows, 2, &Counts::line_time, share * mmc_line(2, load1), 0.08);
    check_kind("waiting at 1, kind 1", windows, 3, &Counts::line_time, (1.0 - share) * mmc_line(2, load1), 0.08);
    check_kind("present at 2", windows, 5, &Counts::place_time, load2, 0.02);
    check_watched("all empty", windows, 0, p0[0] * p1[0] * std::exp(-load2), 0.06);
    check_watched("one everywhere", windows, 1, p0[1] * p1[1] * load2 * std::exp(-load2), 0.06);
    check_watched("two at 2", windows, 2, load2 * load2 / 2.0 * std::exp(-load2), 0.02);
}

TEST_CASE("Two machines without room between them make as many pieces as Hunt says, and more with room") {
    // Hunt (1956), Operations Research 4(6). The first always has work: 20 wait, and many more come. Rates 1 and r:
    // with b places between, the number of pieces that the first is done with and the second is not is birth and death
    // on 0..b + 2 (at the top the first is blocked), so that r (1 - p(0)) leave; 2/3 for b = 0 and r = 1.
    for (const double second : {1.0, 1.5}) {
        for (const std::size_t room : {std::size_t{0}, std::size_t{3}}) {
            Network network = single(6.0, 1, exponential(1.0), 20);
            network.pools.push_back(1);
            network.stations[0].next = [](auto&, std::size_t, std::size_t) { return std::size_t{1}; };
            network.stations.push_back({.needs = {{1, 1}},
                                        .service = exponential(1.0 / second),
                                        .most_waiting = room,
                                        .makes_wait_where_they_are = true});
            const auto p =
                birth_and_death(static_cast<int>(room) + 2, [](int) { return 1.0; }, [=](int) { return second; });
            const double throughput = second * (1.0 - p[0]);
            if (room == 0 && second == 1.0) CHECK(throughput == Approx(2.0 / 3.0).epsilon(1e-15));
            const auto windows = replicate<Kernel>(network, {.warm_up = 100.0, .length = 2000.0, .seed = 12});
            check_rate("leave", windows, 1, &Counts::ended, throughput, 0.02);
        }
    }
}
