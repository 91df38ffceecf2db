#include "app/results/manifest.hpp"

#include "app/ground/disk/files.hpp"
#include "app/ground/disk/sha256.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// All files below a folder but the manifest, by path inside it, sorted.
std::vector<std::string> files_below(const fs::path& folder) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (name != "manifest.json") names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string sum_of(const fs::path& folder, const std::string& name) {
    return sha256(read_file((folder / name).string(), name));
}

bool is_drawn(const std::string& name) {
    return name.starts_with("charts/") || name == "report.html";
}

Json read_manifest(const fs::path& folder) {
    return Json::parse(read_file((folder / "manifest.json").string(), "manifest.json"));
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

std::vector<std::string> edited_files(const fs::path& folder) {
    const Json manifest = read_manifest(folder);
    std::vector<std::string> edited;
    std::error_code ignored;
    for (const auto& [name, sum] : manifest.at("outputs").items()) {
        if (is_drawn(name)) continue;
        if (!fs::exists(folder / name, ignored) || sum_of(folder, name) != sum.get<std::string>())
            edited.push_back(name);
    }
    return edited;
}

void renew_chart_sums(const fs::path& folder) {
    Json manifest = read_manifest(folder);
    Json outputs = Json::object();
    const Json& before = manifest.at("outputs");
    for (const std::string& name : files_below(folder)) {
        const bool keep = !is_drawn(name) && before.contains(name);
        outputs[name] = keep ? before.at(name) : Json(sum_of(folder, name));
    }
    manifest["outputs"] = outputs;
    write_file((folder / "manifest.json").string(), manifest.dump(2) + "\n");
}

} // namespace framsyn::app
