#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace framsyn::app {

/// How a run went; the only things in a result folder that may differ between runs of the same scenario.
struct RunRecord {
    std::string started;     ///< UTC, ISO 8601
    double run_time_s = 0.0; ///< wall time
    std::string host;
    int threads = 1;
};

/// Writes manifest.json: version, input files with SHA-256, seed, sizes, and the SHA-256 of every file in the folder.
void write_manifest(const std::filesystem::path& folder, const WrittenScenario& scenario,
                    const std::vector<std::string>& set, const std::string& command, const RunRecord& record);

/// Result files of the folder that are not what the manifest says, charts and report left aside; names in order.
std::vector<std::string> edited_files(const std::filesystem::path& folder);

/// Brings the manifest's sums of charts and report up to date after they were drawn again.
void renew_chart_sums(const std::filesystem::path& folder);

} // namespace framsyn::app
