#include "app/command/process/run_control.hpp"

#include "sim/experiment/experiment.hpp"

namespace framsyn::app {

study::Runner parallel_runner(const RunControl& control) {
    return [control](study::Stage stage, const study::Block& block, const std::function<void(std::size_t)>& trial) {
        sim::ExperimentOptions options;
        options.threads = control.threads;
        options.seed = control.seed;
        options.cancel = control.interrupted;
        options.first_trial = block.first;
        if (control.progress) {
            options.progress = [&](std::size_t done, std::size_t total) { control.progress(stage, done, total); };
        }
        const sim::ExperimentReport report = sim::run_trials(block.count, trial, options);
        if (report.cancelled) throw Interrupted();
        if (!report.failures.empty()) throw std::runtime_error(report.failures.front().message);
    };
}

} // namespace framsyn::app
