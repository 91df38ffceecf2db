#pragma once

#include "sim/experiment/experiment.hpp"

#include <atomic>
#include <functional>
#include <stdexcept>
#include <string>

namespace framsyn::app {

/// How a run is carried out; none of it reaches a result.
struct RunControl {
    int threads = 0; ///< 0: as many as there are
    const std::atomic<bool>* interrupted = nullptr;
    /// Called with the stage's name in both languages handled by the caller, and how far it has come.
    std::function<void(const std::string& stage, std::size_t done, std::size_t total)> progress;
};

/// Options of an experiment that shows its progress under the stage's name.
sim::ExperimentOptions options_of(const RunControl& control, std::uint32_t seed, const std::string& stage);

/// Ends a command with exit code 130.
struct Interrupted : std::runtime_error {
    Interrupted() : std::runtime_error("interrupted") {}
};

} // namespace framsyn::app
