#pragma once

#include "app/scenario/read/read_scenario.hpp"
#include "models/values/text.hpp"

#include <atomic>
#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// Options that every command takes.
struct CommonOptions {
    Overrides overrides;
    int threads = 0;
    Language language = Language::nb;
    bool quiet = false;
    const std::atomic<bool>* interrupted = nullptr;
};

/// Each command prints what people read on standard output and throws BadInput, Interrupted or std::exception.
void check_command(const std::vector<std::string>& scenarios, const CommonOptions& options);
/// run: every stage; project: population, need and gap without simulation. out: empty for out/<scenario>.
void run_command(const std::string& scenario, const std::string& out, bool simulate, const CommonOptions& options);
void plot_command(const std::string& folder, const CommonOptions& options);
/// Prints the JSON Schema of scenario files.
void schema_command();

} // namespace framsyn::app
