#pragma once

#include "app/scenario/people/written_scenario.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
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

/// True if the folder holds a run's manifest.
bool is_result_folder(const std::filesystem::path& folder);

/// The result files that a folder's manifest names, with their SHA-256; none where there is no manifest. Throws BadInput
/// where it isn't as this program writes it.
std::map<std::string, std::string> outputs_of(const std::filesystem::path& folder);

/// What a run was of, as its manifest says.
struct RanFrom {
    std::string scenario;                                    ///< its id
    std::vector<std::pair<std::string, std::string>> inputs; ///< path beside the scenario and SHA-256; itself first
    std::vector<std::string> set;                            ///< LIST.ID.KEY=VALUE of the command line
    std::uint32_t seed = 0;
};
/// Throws BadInput where the manifest isn't as this program writes it.
RanFrom ran_from(const std::filesystem::path& folder);

/// Whether that is the name of a chart's or report's file, by path inside a result folder.
bool is_drawn(const std::string& name);

/// Result files of the folder that are not what the manifest says, charts and report left aside; names in order.
std::vector<std::string> edited_files(const std::filesystem::path& folder);

/// Those that are there, charts and report among them, with other content than the manifest says.
std::vector<std::string> overwritten_files(const std::filesystem::path& folder);

/// Brings the manifest's sums of charts and report up to date after they were drawn again; `others` are not ours.
void renew_chart_sums(const std::filesystem::path& folder, const std::vector<std::string>& others);

/// Tells whether charts or report were put in place anew: then it is another text than before.
std::string drawn_state(const std::filesystem::path& folder);

/// What a plot that may be killed leaves for renew_after_kill: the files of others.
std::string note_of(const std::vector<std::string>& others);
/// The same as renew_chart_sums, for a plot that was killed. Nothing where the note isn't a plot's.
void renew_after_kill(const std::filesystem::path& folder, const std::string& note);

/// Whether a name in a result folder is what whoever was killed leaves: drawings that weren't put in place, half a
/// workbook or manifest.
bool is_leftover(const std::string& name);

} // namespace framsyn::app
