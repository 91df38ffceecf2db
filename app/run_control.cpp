#include "app/run_control.hpp"

namespace framsyn::app {

sim::ExperimentOptions options_of(const RunControl& control, std::uint32_t seed, const std::string& stage) {
    sim::ExperimentOptions options;
    options.threads = control.threads;
    options.seed = seed;
    options.cancel = control.interrupted;
    if (control.progress) {
        options.progress = [show = control.progress, stage](std::size_t done, std::size_t total) {
            show(stage, done, total);
        };
    }
    return options;
}

} // namespace framsyn::app
