#pragma once

#include "app/results/manifest.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "models/values/text.hpp"

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

namespace framsyn::app {

/// Options that every verb takes. Each verb prints what people read on standard output and throws BadInput, Interrupted
/// or std::exception.
struct CommonOptions {
    Overrides overrides;
    int threads = 0;
    Language language = Language::nb;
    bool quiet = false;
    bool charts = true; ///< charts and report, for run and project
    const std::atomic<bool>* interrupted = nullptr;
};

/// How a run that begins now goes.
RunRecord record_of(const CommonOptions& options);

/// Says on standard error what can be run but may not be meant.
void print_remarks(const WrittenScenario& scenario, const CommonOptions& options);

/// Says which leftovers of killed runs and plots were taken away.
void print_leftovers(const std::vector<std::string>& paths, const CommonOptions& options);

/// Says which files of others in a result folder got new names, as results have theirs.
void print_renamed(const std::filesystem::path& folder, const std::vector<std::string>& names,
                   const CommonOptions& options);

/// Says where the report lies, or without charts the tables.
void print_report(const std::string& path, const CommonOptions& options);

} // namespace framsyn::app
