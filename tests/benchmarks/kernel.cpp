// kernel [RUNS]: the reference workloads W1-W3 on one core, with every list of events, beside SimPy where it is
// installed: the engines take turns, RUNS times, so that what else the machine does befalls all. Prints medians of
// customers (W3: visits) per second of processor time and ratios of medians; fails when a statistic is off.
// kernel --count WORKLOAD DAYS: one replication with the default list, for counting instructions with valgrind.
#include "sim/events/ladder_list.hpp"
#include "sim/experiment/experiment.hpp"
#include "tests/benchmarks/workloads.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace framsyn;

constexpr std::uint64_t kSeed = 20240101;

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

const workloads::OneUnit kW1{.arrivals_per_day = 0.9, .mean_stay = 1.0, .spread = 0.0, .beds = 1, .days = 1e6};
// Coefficient of variation 1.2: spread^2 = log(1 + 1.44).
const workloads::OneUnit kW2{
    .arrivals_per_day = 10.0, .mean_stay = 5.0, .spread = std::sqrt(std::log(2.44)), .beds = 60, .days = 5844.0};

/// Sums of an engine's runs: what is checked, and how fast each run was.
struct Record {
    workloads::UnitResult unit;
    workloads::RegionResult region;
    double replications = 0.0;
    std::vector<double> rates; ///< customers or visits per second
};

using Records = std::map<std::string, Record>;

template <class List>
void run_unit(const std::string& name, const workloads::OneUnit& unit, std::uint32_t replications, std::uint32_t first,
              Records& records) {
    Record& record = records[name];
    const double begin = processor_seconds();
    double customers = 0.0;
    for (std::uint32_t i = 0; i < replications; ++i) {
        const workloads::UnitResult result = workloads::OneUnitRun<List>(unit, kSeed, first + i).run();
        customers += result.admitted;
        record.unit.occupied += result.occupied;
        record.unit.waited += result.waited;
        record.unit.wait += result.wait;
        record.unit.admitted += result.admitted;
        ++record.replications;
    }
    record.rates.push_back(customers / (processor_seconds() - begin));
}

template <class List>
void run_region(const std::string& name, std::uint32_t replication, Records& records) {
    Record& record = records[name];
    const double begin = processor_seconds();
    const workloads::RegionResult result = workloads::RegionRun<List>(kSeed, replication).run();
    record.rates.push_back(result.visits / (processor_seconds() - begin));
    workloads::RegionResult& sum = record.region;
    sum.arrivals += result.arrivals;
    sum.visits += result.visits;
    sum.overflow += result.overflow;
    for (std::size_t i = 0; i < sum.occupied.size(); ++i) sum.occupied[i] += result.occupied[i];
    for (std::size_t i = 0; i < 2; ++i) {
        sum.admitted[i] += result.admitted[i];
        sum.waited[i] += result.waited[i];
        sum.wait[i] += result.wait[i];
    }
    ++record.replications;
}

/// The models as SimPy's users write them, in a file beside this program; nothing if Python has no SimPy 3 or later.
class SimPy {
  public:
    explicit SimPy(const std::string& script) : command_("/usr/bin/python3 '" + script + "' ") {
        const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen((command_ + "version 2>/dev/null").c_str(), "r"),
                                                         pclose);
        char line[64] = "";
        if (pipe && std::fgets(line, sizeof line, pipe.get()) != nullptr) version_ = line;
        while (!version_.empty() && version_.back() == '\n') version_.pop_back();
    }
    [[nodiscard]] const std::string& version() const { return version_; }

    /// Customers or visits per second of processor time of one run; 0 if there is no SimPy.
    [[nodiscard]] double rate(const std::string& workload, std::uint32_t seed) const {
        if (version_.empty()) return 0.0;
        const std::string call = command_ + workload + " " + std::to_string(seed);
        const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(call.c_str(), "r"), pclose);
        double rate = 0.0;
        if (!pipe || std::fscanf(pipe.get(), "%lf", &rate) != 1) return 0.0;
        return rate;
    }

  private:
    std::string command_;
    std::string version_;
};

bool all_right = true;

void check(const char* name, double found, double expected, double tolerance) {
    const bool right = std::abs(found - expected) <= tolerance;
    std::printf("  %s: %s = %.4f (%.4f ± %.4f)\n", right ? "right" : "WRONG", name, found, expected, tolerance);
    all_right = all_right && right;
}

void print_rates(const char* workload, const Records& records, const std::vector<double>& simpy) {
    const double base = simpy.empty() || simpy.front() <= 0.0 ? 0.0 : median(simpy);
    for (const auto& [name, record] : records) {
        if (name.rfind(workload, 0) != 0) continue;
        const double rate = median(record.rates);
        std::printf("  %-14s %8.0f thousand a second", name.c_str() + 3, rate / 1e3);
        if (base > 0.0) std::printf(", %5.0f times SimPy", rate / base);
        std::printf("\n");
    }
    if (base > 0.0) std::printf("  %-14s %8.1f thousand a second\n", "SimPy", base / 1e3);
}

int count(const std::string& workload, double days) {
    if (workload == "W2") {
        workloads::OneUnit unit = kW2;
        unit.days = days;
        std::printf("%.0f\n", workloads::OneUnitRun<sim::CalendarList>(unit, kSeed, 0).run().admitted);
        return 0;
    }
    std::printf("%.0f\n", workloads::RegionRun<sim::CalendarList>(kSeed, 0, days).run().visits);
    return 0;
}

/// Wall time of eight two-year replications of W3 on one thread over that on two: median of five turns.
double gain_of_two_threads() {
    const auto seconds = [](int threads) {
        const auto begin = std::chrono::steady_clock::now();
        const auto trials = sim::run_experiment<double>(8,
                                                        [](std::size_t i) {
                                                            return workloads::RegionRun<sim::CalendarList>(
                                                                       kSeed, static_cast<std::uint32_t>(i), 730.0)
                                                                .run()
                                                                .visits;
                                                        },
                                                        {.threads = threads});
        if (!trials.report.all_completed() || trials.report.fewer_threads_than_asked()) return 0.0;
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    std::vector<double> gains;
    for (int turn = 0; turn < 5; ++turn) {
        const double one = seconds(1);
        const double two = seconds(2);
        if (!(two > 0.0)) return 0.0;
        gains.push_back(one / two);
    }
    return median(gains);
}

template <class List>
void run_all(const std::string& list, std::uint32_t run, Records& records) {
    run_unit<List>("W1 " + list, kW1, 1, run, records);
    run_unit<List>("W2 " + list, kW2, 10, 10 * run, records);
    run_region<List>("W3 " + list, run, records);
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]) == "--count") return count(argv[2], std::strtod(argv[3], nullptr));
    const auto runs = static_cast<std::uint32_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 5);

    const SimPy simpy(SIMPY_WORKLOADS);
    Records records;
    std::map<std::string, std::vector<double>> simpy_rates;
    for (std::uint32_t run = 0; run < runs; ++run) {
        run_all<sim::CalendarList>("calendar", run, records);
        for (const char* workload : {"W1", "W2", "W3"}) simpy_rates[workload].push_back(simpy.rate(workload, run + 1));
        run_all<sim::HeapList>("heap", run, records);
        run_all<sim::LadderList>("ladder", run, records);
    }

    std::printf("The kernel on one core, medians of %u runs by turns; %s\n", runs,
                simpy.version().empty() ? "SimPy is not installed (Debian's python3-simpy3)"
                                        : ("SimPy " + simpy.version() + " in the same turns").c_str());
    const Record& w1 = records["W1 calendar"];
    const Record& w2 = records["W2 calendar"];
    const workloads::RegionResult& w3 = records["W3 calendar"].region;
    const double w3_runs = records["W3 calendar"].replications;

    std::printf("W1: M/M/1, utilisation .9\n");
    print_rates("W1", records, simpy_rates["W1"]);
    // Mean wait before service rho / (1 - rho) = 9; the standard error of a run of 900 000 customers is about .15.
    check("mean time in system", w1.unit.wait / w1.unit.admitted + kW1.mean_stay, 10.0,
          0.6 / std::sqrt(w1.replications));

    std::printf("W2: one unit of 60 beds, lognormal stays\n");
    print_rates("W2", records, simpy_rates["W2"]);
    check("mean occupied beds", w2.unit.occupied / w2.replications, 49.95, 0.05 + 0.5 / std::sqrt(w2.replications));
    check("mean wait, days", w2.unit.wait / w2.unit.admitted, 0.059, 0.002 + 0.02 / std::sqrt(w2.replications));
    check("share that waits", w2.unit.waited / w2.unit.admitted, 0.118, 0.002 + 0.02 / std::sqrt(w2.replications));

    std::printf("W3: four hospitals of five units, season, week, overflow, urgency, further stays, changing beds\n");
    print_rates("W3", records, simpy_rates["W3"]);
    double occupied = 0.0;
    for (const double beds : w3.occupied) occupied += beds;
    check("arrivals, millions", w3.arrivals / w3_runs / 1e6, 2.40, 0.01);
    check("unit visits, millions", w3.visits / w3_runs / 1e6, 3.00, 0.015);
    check("overflow per visit", w3.overflow / w3.visits, 0.0445, 0.001 + 0.002 / std::sqrt(w3_runs));
    check("mean occupied beds", occupied / w3_runs, 1972.0, 2.0 + 4.0 / std::sqrt(w3_runs));
    check("mean occupied beds of the first unit", w3.occupied[0] / w3_runs, 146.7, 0.2 + 1.0 / std::sqrt(w3_runs));
    check("mean wait of the urgent, days", w3.wait[0] / w3.admitted[0], 0.0068, 0.0005);
    check("mean wait of the others, days", w3.wait[1] / w3.admitted[1], 0.185, 0.03);
    check("share of the urgent that waits", w3.waited[0] / w3.admitted[0], 0.154, 0.012);
    check("share of the others that waits", w3.waited[1] / w3.admitted[1], 0.153, 0.012);

    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("Memory of the whole program, all workloads and lists: %.1f MB\n",
                static_cast<double>(usage.ru_maxrss) / 1024.0);
    std::printf("Two threads against one, W3: %.2f times as fast (median of five)\n", gain_of_two_threads());

    return all_right ? 0 : 1;
}
