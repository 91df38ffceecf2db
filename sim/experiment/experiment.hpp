#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace framsyn::sim {

/// How trials are run; but for the first trial's number none of it changes a result.
struct ExperimentOptions {
    int threads = 0;        ///< 0: as many as the machine offers; 1: serial, no OpenMP
    std::uint64_t seed = 0; ///< named in messages about failed trials
    std::function<void(std::size_t done, std::size_t total)> progress = nullptr; ///< called by one thread at a time
    const std::atomic<bool>* cancel = nullptr; ///< when it becomes true no further trial is begun
    std::size_t first_trial = 0;               ///< the number of the first, to go on where other trials ended
};

struct TrialFailure {
    std::size_t trial = 0;
    std::string message; ///< names trial and seed
};

/// What a set of trials came to. `completed[i]` tells whether the i-th gave its result.
struct ExperimentReport {
    std::vector<char> completed;
    std::vector<TrialFailure> failures; ///< in trial order
    bool cancelled = false;
    int threads_used = 1;    ///< how many threads really ran trials; a short experiment may leave some without work
    int threads_asked = 1;   ///< as the options say, or as many as the machine offers
    int threads_started = 1; ///< how many the machine gave

    [[nodiscard]] bool all_completed() const;
    /// No result depends on it, but a measurement of speed or a test of threads should fail.
    [[nodiscard]] bool fewer_threads_than_asked() const { return threads_started < threads_asked; }
};

/// Runs trial(first_trial) ... trial(first_trial + count - 1), each once, in any order and on several
/// threads. A trial that throws is reported and the others go on.
[[nodiscard]] ExperimentReport run_trials(std::size_t count, const std::function<void(std::size_t)>& trial,
                                          const ExperimentOptions& options);

template <class Result>
struct Experiment {
    std::vector<Result> results; ///< in trial order, whatever the threads
    ExperimentReport report;
};

/// The same for trials that return a value (default constructible).
template <class Result, class Trial>
[[nodiscard]] Experiment<Result> run_experiment(std::size_t count, const Trial& trial,
                                                const ExperimentOptions& options = {}) {
    static_assert(!std::is_same_v<Result, bool>, "threads would share the words of a std::vector<bool>");
    Experiment<Result> experiment;
    experiment.results.resize(count);
    experiment.report = run_trials(
        count, [&](std::size_t number) { experiment.results[number - options.first_trial] = trial(number); }, options);
    return experiment;
}

/// Whether this build can run trials on several threads.
[[nodiscard]] bool has_threads();

} // namespace framsyn::sim
