#include "app/results/manifest.hpp"

#include "app/ground/disk/files.hpp"
#include "app/ground/disk/sha256.hpp"
#include "app/ground/problems.hpp"

#include <nlohmann/json.hpp>

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* manifest_name = "manifest.json";

/// All files below a folder but the manifest, by path inside it, sorted.
std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (name != manifest_name) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string sum_of(const fs::path& folder, const std::string& name) {
    return sha256(read_file((folder / name).string(), name));
}

bool is_inside(const std::string& name) {
    const fs::path path = fs::path(name).lexically_normal();
    return !path.empty() && path.is_relative() && *path.begin() != "..";
}

/// Names with sums, and nothing outside of the folder.
bool is_sound(const Json& outputs) {
    if (!outputs.is_object()) return false;
    return std::all_of(outputs.items().begin(), outputs.items().end(),
                       [](const auto& item) { return item.value().is_string() && is_inside(item.key()); });
}

Json read_manifest(const fs::path& folder) {
    const std::string path = (folder / manifest_name).string();
    Json manifest = Json::parse(read_file(path, path), nullptr, false);
    if (manifest.is_object() && !manifest.contains("outputs")) manifest["outputs"] = Json::object();
    if (!manifest.is_object() || !is_sound(manifest["outputs"]))
        throw BadInput({path, 0, 0}, {"er ikke slik framsyn skrev den («outputs» er navn på filer med SHA-256)",
                                      "isn't as framsyn wrote it (\"outputs\" is names of files with SHA-256)"});
    return manifest;
}

/// The folders whose manifests are among the outputs.
std::vector<std::string> folders_in(const std::map<std::string, std::string>& outputs) {
    std::vector<std::string> folders;
    for (const auto& output : outputs) {
        const fs::path path(output.first);
        if (path.has_parent_path() && path.filename() == manifest_name)
            folders.push_back(path.parent_path().generic_string());
    }
    return folders;
}

} // namespace

void write_manifest(const fs::path& folder, const WrittenScenario& scenario, const std::vector<std::string>& set,
                    const std::string& command, const RunRecord& record) {
    Json json{{"program", "framsyn"},
              {"version", FRAMSYN_VERSION},
              {"schema", 1},
              {"command", command},
              {"scenario", scenario.id}};
    json["scenario_files"] = Json::array();
    for (const InputFile& file : scenario.files)
        json["scenario_files"].push_back({{"path", file.path}, {"sha256", sha256(file.text)}});
    json["set"] = set;
    json["seed"] = scenario.seed;
    json["draws"] = scenario.draws;
    json["replications"] = command == "project" ? 0 : scenario.replications;
    json["started"] = record.started;
    json["run_time"] = record.run_time_s;
    json["host"] = record.host;
    json["threads"] = record.threads;
    json["outputs"] = Json::object();
    for (const std::string& name : files_below(folder)) json["outputs"][name] = sum_of(folder, name);
    write_file((folder / "manifest.json").string(), json.dump(2) + "\n");
}

bool is_result_folder(const fs::path& folder) {
    std::ifstream file(folder / manifest_name);
    if (!file) return false;
    const Json manifest = Json::parse(file, nullptr, false);
    if (!manifest.is_object()) return false;
    const auto program = manifest.find("program");
    return program != manifest.end() && *program == "framsyn";
}

std::map<std::string, std::string> outputs_of(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder / manifest_name, ignored)) return {};
    std::map<std::string, std::string> outputs =
        read_manifest(folder).at("outputs").get<std::map<std::string, std::string>>();
    // A comparison's folder holds those of its scenarios, and plot keeps their own manifests up to date.
    for (const std::string& inner : folders_in(outputs)) {
        if (!fs::exists(folder / inner / manifest_name, ignored)) continue;
        for (const auto& [name, sum] : outputs_of(folder / inner)) outputs[inner + "/" + name] = sum;
        outputs[inner + "/" + manifest_name] = sum_of(folder, inner + "/" + manifest_name);
    }
    return outputs;
}

RanFrom ran_from(const fs::path& folder) {
    const Json manifest = read_manifest(folder);
    try {
        RanFrom ran;
        ran.scenario = manifest.at("scenario").get<std::string>();
        ran.set = manifest.at("set").get<std::vector<std::string>>();
        ran.seed = manifest.at("seed").get<std::uint32_t>();
        for (const Json& file : manifest.at("scenario_files"))
            ran.inputs.emplace_back(file.at("path").get<std::string>(), file.at("sha256").get<std::string>());
        return ran;
    } catch (const Json::exception&) {
        throw BadInput({(folder / manifest_name).string(), 0, 0},
                       {"er ikke slik framsyn skrev den («scenario», «scenario_files», «set» og «seed»)",
                        "isn't as framsyn wrote it (\"scenario\", \"scenario_files\", \"set\" and \"seed\")"});
    }
}

bool is_drawn(const std::string& name) {
    return name.starts_with("charts/") || name == "report.html" || name == "comparison.html";
}

std::vector<std::string> edited_files(const fs::path& folder) {
    std::vector<std::string> edited;
    std::error_code ignored;
    for (const auto& [name, sum] : outputs_of(folder)) {
        if (is_drawn(name)) continue;
        if (!fs::exists(folder / name, ignored) || sum_of(folder, name) != sum) edited.push_back(name);
    }
    return edited;
}

std::vector<std::string> overwritten_files(const fs::path& folder) {
    std::vector<std::string> overwritten;
    std::error_code ignored;
    for (const auto& [name, sum] : outputs_of(folder)) {
        if (fs::exists(folder / name, ignored) && (!fs::is_regular_file(folder / name) || sum_of(folder, name) != sum))
            overwritten.push_back(name);
    }
    return overwritten;
}

void renew_chart_sums(const fs::path& folder, const std::vector<std::string>& others) {
    Json manifest = read_manifest(folder);
    Json outputs = Json::object();
    for (const auto& [name, sum] : manifest["outputs"].items()) {
        if (!is_drawn(name)) outputs[name] = sum;
    }
    for (const std::string& name : files_below(folder)) {
        if (is_drawn(name) && std::find(others.begin(), others.end(), name) == others.end())
            outputs[name] = sum_of(folder, name);
    }
    manifest["outputs"] = std::move(outputs);
    write_file((folder / manifest_name).string(), manifest.dump(2) + "\n");
}

std::string drawn_state(const fs::path& folder) {
    std::string state;
    for (const std::string& name : files_below(folder)) {
        struct stat file{};
        if (is_drawn(name) && ::stat((folder / name).c_str(), &file) == 0)
            state += name + " " + std::to_string(file.st_ino) + "\n";
    }
    return state;
}

std::string note_of(const std::vector<std::string>& others) {
    return Json(others).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void renew_after_kill(const fs::path& folder, const std::string& note) {
    const Json others = Json::parse(note, nullptr, false);
    if (others.is_array()) renew_chart_sums(folder, others.get<std::vector<std::string>>());
}

bool is_leftover(const std::string& name) {
    return name.starts_with(".charts-") || name == std::string(manifest_name) + ".partial" ||
           name == "results.xlsx.partial" || name == "comparison.xlsx.partial";
}

} // namespace framsyn::app
