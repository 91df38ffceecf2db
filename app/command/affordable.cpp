#include "app/command/affordable.hpp"

#include "app/ground/problems.hpp"

#include <fmt/format.h>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <thread>

namespace framsyn::app {
namespace {

/// What this process may use: the machine's memory, or less where a limit is set (ulimit -v, a container).
double memory_of_machine() {
    double bytes = static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGE_SIZE));
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        bytes = std::min(bytes, static_cast<double>(limit.rlim_cur));
    double container = 0.0;
    if (std::ifstream("/sys/fs/cgroup/memory.max") >> container) bytes = std::min(bytes, container);
    return bytes;
}

void remark_on_time(double seconds, const CommonOptions& options) {
    const double threads =
        options.threads > 0 ? options.threads : std::max(1.0, 1.0 * std::thread::hardware_concurrency());
    const std::string line = remark_on_duration(seconds / threads).in(options.language);
    if (!options.quiet && !line.empty()) fmt::print(stderr, "{}\n", line);
}

} // namespace

Text remark_on_duration(double seconds) {
    constexpr double long_run_s = 600.0;
    if (seconds <= long_run_s) return {};
    return {fmt::format("Merk: kjøringen tar anslagsvis {:.0f} minutter", seconds / 60.0),
            fmt::format("Note: the run takes an estimated {:.0f} minutes", seconds / 60.0)};
}

void must_be_affordable(const WrittenScenario& scenario, study::Care care, const CommonOptions& options,
                        const Beside& beside) {
    const study::Cost cost = cost_of_run(scenario, care, beside);
    const Position replications_at =
        options.overrides.replications ? Position{"--replications", 0, 0} : scenario.replications_at;
    const Problems problems = unaffordable(scenario, cost, {memory_of_machine(), replications_at});
    if (!problems.empty()) throw BadInput(problems);
    if (!beside.told) remark_on_time(cost.seconds, options);
}

} // namespace framsyn::app
