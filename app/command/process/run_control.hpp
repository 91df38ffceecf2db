#pragma once

#include "models/study/draws/runner.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <stdexcept>

namespace framsyn::app {

/// Ends a command with exit code 130.
struct Interrupted : std::runtime_error {
    Interrupted() : std::runtime_error("interrupted") {}
};

/// How a run is carried out; none of it reaches a result.
struct RunControl {
    int threads = 0;        ///< 0: as many as there are
    std::uint64_t seed = 0; ///< named in messages about failed trials
    const std::atomic<bool>* interrupted = nullptr;
    std::function<void(study::Stage stage, std::size_t done, std::size_t total)> progress;
};

/// A study's trials on several threads. The runner throws Interrupted, and std::runtime_error where a trial fails.
study::Runner parallel_runner(const RunControl& control);

} // namespace framsyn::app
