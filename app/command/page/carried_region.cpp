#include "app/command/page/carried_region.hpp"

#include "app/ground/disk/files.hpp"
#include "app/ground/disk/sha256.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/tables/result_tables.hpp"
#include "models/study/study.hpp"

#include <nlohmann/json.hpp>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// So many draws a page asks in. Where it is opened it computes the base in them, and tables of that must be those made here.
constexpr std::size_t asked_draws = 200;

std::map<std::string, std::string> hashes_of(const WrittenScenario& scenario) {
    const study::Study study = study::run_study(scenario, {{0, asked_draws}, {}, study::People::kept});
    std::map<std::string, std::string> hashes;
    const auto names = scenario.has_services() ? std::vector<std::string>{"gap.csv", "need.csv"}
                                               : std::vector<std::string>{"population.csv"};
    for (const std::string& name : names) hashes[name] = sha256(result_table(name, scenario, study, false).text());
    return hashes;
}

Json region_json(const CarriedRegion& region) {
    Json files = Json::object();
    for (const auto& [name, path] : region.files) files[name] = path.string();
    return {
        {"root", region.root},         {"asked", region.asked},  {"files", files}, {"results", region.results.string()},
        {"services", region.services}, {"hashes", region.hashes}};
}

} // namespace

CarriedRegion carried_region(const std::string& root, const std::map<std::string, std::string>& texts,
                             const fs::path& folder) {
    CarriedRegion region;
    region.root = root;
    for (const auto& [name, text] : texts) {
        const fs::path path = folder / name;
        fs::create_directories(path.parent_path());
        write_file(path.string(), text);
        region.files[name] = path;
    }
    const WrittenScenario scenario = read_scenario(DiskFiles(), (folder / root).string());
    region.services = scenario.has_services();
    region.hashes = hashes_of(scenario);
    return region;
}

void write_page_description(const fs::path& file, const std::vector<CarriedRegion>& regions) {
    Json told = Json::array();
    for (const CarriedRegion& region : regions) told.push_back(region_json(region));
    write_file(file.string(), Json{{"draws", asked_draws}, {"regions", told}}.dump(2));
}

} // namespace framsyn::app
