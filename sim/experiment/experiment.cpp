#include "sim/experiment/experiment.hpp"

#include <algorithm>
#include <exception>
#include <limits>
#include <mutex>

#ifdef _OPENMP
#include <omp.h>
#endif

namespace framsyn::sim {
namespace {

#ifdef _OPENMP
using Lock = std::mutex;
#else
/// A standard library without threads (WebAssembly) has no std::mutex, and one thread needs none.
struct Lock {
    void lock() {}
    void unlock() {}
};
#endif

/// What the threads share while they run trials; everything but the cancel flag is guarded by the lock.
class Progress {
  public:
    Progress(std::size_t count, const ExperimentOptions& options) : options_(options), total_(count) {
        report_.completed.assign(count, 0);
    }

    [[nodiscard]] bool cancelled() const {
        return stop_.load() || (options_.cancel != nullptr && options_.cancel->load());
    }

    void run(std::size_t index, const std::function<void(std::size_t)>& trial) {
        std::string message;
        try {
            trial(options_.first_trial + index);
        } catch (const std::exception& error) {
            message = error.what();
            if (message.empty()) message = "an exception without a message";
        } catch (...) {
            message = "an exception of unknown type";
        }
        finish(index, message);
    }

    void note_threads(int asked, int started, int used) {
        report_.threads_asked = asked;
        report_.threads_started = started;
        report_.threads_used = used;
    }

    [[nodiscard]] ExperimentReport take_report() {
        if (callback_error_) std::rethrow_exception(callback_error_);
        std::sort(report_.failures.begin(), report_.failures.end(),
                  [](const TrialFailure& a, const TrialFailure& b) { return a.trial < b.trial; });
        report_.cancelled = done_ < total_;
        return std::move(report_);
    }

  private:
    void finish(std::size_t index, const std::string& message) {
        const std::lock_guard guard(lock_);
        ++done_;
        if (message.empty()) {
            report_.completed[index] = 1;
        } else {
            const std::size_t number = options_.first_trial + index;
            report_.failures.push_back({number, "trial " + std::to_string(number) + ", seed " +
                                                    std::to_string(options_.seed) + ": " + message});
        }
        call_back();
    }

    // An error of the caller's own callback ends the experiment; it may not cross the border of a parallel
    // region.
    void call_back() {
        if (!options_.progress || callback_error_) return;
        try {
            options_.progress(done_, total_);
        } catch (...) {
            callback_error_ = std::current_exception();
            stop_ = true;
        }
    }

    const ExperimentOptions& options_;
    std::size_t total_;
    std::size_t done_ = 0;
    Lock lock_;
    std::exception_ptr callback_error_;
    std::atomic<bool> stop_{false};
    ExperimentReport report_;
};

void run_serial(std::size_t count, const std::function<void(std::size_t)>& trial, Progress& progress) {
    for (std::size_t index = 0; index < count && !progress.cancelled(); ++index) progress.run(index, trial);
}

#ifdef _OPENMP
void run_parallel(std::size_t count, const std::function<void(std::size_t)>& trial, int threads, Progress& progress) {
    std::vector<char> ran(static_cast<std::size_t>(threads), 0);
    const auto end = static_cast<std::int64_t>(count);
    int started = 1;
#pragma omp parallel num_threads(threads)
    {
#pragma omp single
        started = omp_get_num_threads();
#pragma omp for schedule(dynamic, 1)
        for (std::int64_t index = 0; index < end; ++index) {
            if (progress.cancelled()) continue;
            ran[static_cast<std::size_t>(omp_get_thread_num())] = 1;
            progress.run(static_cast<std::size_t>(index), trial);
        }
    }
    progress.note_threads(threads, started, static_cast<int>(std::count(ran.begin(), ran.end(), 1)));
}
#endif

} // namespace

bool ExperimentReport::all_completed() const {
    return std::all_of(completed.begin(), completed.end(), [](char done) { return done != 0; });
}

ExperimentReport run_trials(std::size_t count, const std::function<void(std::size_t)>& trial,
                            const ExperimentOptions& options) {
    Progress progress(count, options);
#ifdef _OPENMP
    const int threads = options.threads > 0 ? options.threads : omp_get_max_threads();
    if (threads > 1) {
        run_parallel(count, trial, threads, progress);
        return progress.take_report();
    }
#endif
    progress.note_threads(std::max(options.threads, 1), 1, 1);
    run_serial(count, trial, progress);
    return progress.take_report();
}

bool has_threads() {
#ifdef _OPENMP
    return true;
#else
    return false;
#endif
}

} // namespace framsyn::sim
