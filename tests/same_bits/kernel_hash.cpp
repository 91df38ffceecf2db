// kernel_hash THREADS: one hash of what the kernel computes: random numbers, samplers, elementary functions, batches,
// statistics and whole simulations run by THREADS threads. It must be the same for every compiler, level of
// optimisation, sanitizer, processor and number of threads. Fails if fewer threads ran than were asked for.
#include "sim/events/ladder_list.hpp"
#include "sim/experiment/experiment.hpp"
#include "sim/numerics/batch.hpp"
#include "sim/numerics/elementary.hpp"
#include "sim/numerics/samplers.hpp"
#include "sim/output_analysis.hpp"
#include "sim/statistics.hpp"
#include "tests/benchmarks/workloads.hpp"

#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

using namespace framsyn;

/// FNV-1a over the bits of numbers.
class Hash {
  public:
    void add(std::uint64_t bits) {
        for (int byte = 0; byte < 8; ++byte) {
            hash_ ^= (bits >> (8 * byte)) & 0xffU;
            hash_ *= 0x100000001b3ULL;
        }
    }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
    [[nodiscard]] std::uint64_t value() const { return hash_; }

  private:
    std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

std::uint64_t numbers() {
    Hash hash;
    const sim::RandomStream stream({1, 2, 3, 4});
    sim::RandomSequence sequence(stream, 1U << 20U);
    const sim::Lognormal lognormal(5.0, 0.9);
    const sim::Poisson poisson(7.5);
    std::vector<double> uniforms;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        const double u = stream.block(i).uniform(0);
        uniforms.push_back(u);
        hash.add(sim::exp(40.0 * u - 20.0));
        hash.add(sim::log(u));
        hash.add(sim::pow(10.0 * u, 1.7));
        hash.add(sim::sin(100.0 * u));
        hash.add(sim::cos(100.0 * u));
        hash.add(sim::lgamma(30.0 * u));
        hash.add(sim::normal_cdf(12.0 * u - 6.0));
        hash.add(sim::normal_quantile(u));
        hash.add(lognormal(u));
        hash.add(sim::weibull(u, 1.3, 2.0));
        hash.add(static_cast<std::uint64_t>(poisson(u)));
        hash.add(sim::gamma(sequence, 0.7 + u, 3.0));
        hash.add(sim::erlang(sequence, 3, 2.0));
    }
    sim::normal_quantile_batch(uniforms, uniforms);
    sim::exp_batch(uniforms, uniforms);
    sim::Tally tally;
    sim::Tally other;
    for (std::size_t i = 0; i < uniforms.size(); ++i) (i % 3 == 0 ? tally : other).add(uniforms[i]);
    tally.merge(other);
    for (const double value : uniforms) hash.add(value);
    hash.add(tally.mean());
    hash.add(tally.variance());
    hash.add(sim::quantile(uniforms, 0.9));
    hash.add(sim::mean_interval(uniforms).half_width);
    return hash.value();
}

template <class List>
std::uint64_t trial(std::size_t replication) {
    const auto number = static_cast<std::uint32_t>(replication);
    Hash hash;
    const workloads::UnitResult unit = workloads::OneUnitRun<List>({10.0, 5.0, 0.944, 60, 400.0}, 7, number).run();
    hash.add(unit.occupied);
    hash.add(unit.wait);
    const workloads::RegionResult region = workloads::RegionRun<List>(7, number, 25.0).run();
    for (const double occupied : region.occupied) hash.add(occupied);
    hash.add(region.wait[0]);
    hash.add(region.wait[1]);
    hash.add(region.overflow);
    return hash.value();
}

} // namespace

int main(int argc, char** argv) {
    const int threads = argc > 1 ? std::atoi(argv[1]) : 1;
    if (threads > 1 && !sim::has_threads()) {
        std::fputs("kernel_hash: this build has no threads\n", stderr);
        return 1;
    }
    Hash hash;
    hash.add(numbers());
    const auto trials = sim::run_experiment<std::uint64_t>(12, trial<sim::CalendarList>, {.threads = threads});
    if (!trials.report.all_completed() || trials.report.fewer_threads_than_asked()) {
        std::fprintf(stderr, "kernel_hash: %d threads asked for, not all came\n", threads);
        return 1;
    }
    for (const std::uint64_t result : trials.results) hash.add(result);
    if (trial<sim::HeapList>(3) != trials.results[3] || trial<sim::LadderList>(3) != trials.results[3]) {
        std::fputs("kernel_hash: the lists of events do not agree\n", stderr);
        return 1;
    }
    std::printf("%016llx\n", static_cast<unsigned long long>(hash.value()));
    return 0;
}
