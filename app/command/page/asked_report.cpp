#include "app/command/page/asked_report.hpp"

#include "app/command/page/carried_region.hpp"
#include "app/ground/disk/files.hpp"
#include "app/ground/disk/sha256.hpp"
#include "app/ground/problems.hpp"
#include "app/results/manifest.hpp"
#include "app/scenario/read/read_scenario.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace framsyn::app {
namespace {

namespace fs = std::filesystem;

/// Numbers of the command line are in no text that could travel with the report.
void check_numbers(const RanFrom& ran, const WrittenScenario& scenario, const std::string& typed, Problems& problems) {
    if (!ran.set.empty()) {
        const std::string set = fmt::format("--set {}", fmt::join(ran.set, " --set "));
        problems.add(
            {typed, 0, 0},
            {fmt::format("ble kjørt med {}, som ikke står i scenariet; skriv det i en fil som bygger på det "
                         "(extends), og kjør den",
                         set),
             fmt::format("was run with {}, which the scenario doesn't say; write it in a file that extends it, "
                         "and run that",
                         set)});
    }
    if (ran.seed != scenario.seed)
        problems.add(
            {typed, 0, 0},
            {fmt::format("ble kjørt med frø {}, men scenariet har {}; kjør det på nytt", ran.seed, scenario.seed),
             fmt::format("was run with seed {}, but the scenario has {}; run it again", ran.seed, scenario.seed)});
}

/// Each file that the run read has the same text still, and there is no other.
void check_texts(const RanFrom& ran, const WrittenScenario& scenario, const std::string& path, Problems& problems) {
    std::map<std::string, std::string> sums(ran.inputs.begin(), ran.inputs.end());
    const auto named = [&](const std::string& name) {
        return Position{(fs::path(path).parent_path() / name).string(), 0, 0};
    };
    for (const InputFile& file : scenario.files) {
        const auto found = sums.find(file.path);
        if (found == sums.end())
            problems.add(named(file.path), {"var ikke med da resultatene ble laget; kjør scenariet på nytt",
                                            "wasn't there when the results were made; run the scenario again"});
        else if (found->second != sha256(file.text))
            problems.add(named(file.path), {"er endret siden resultatene ble laget; kjør scenariet på nytt",
                                            "has been changed since the results were made; run the scenario again"});
        if (found != sums.end()) sums.erase(found);
    }
    for (const auto& [name, sum] : sums)
        problems.add(named(name), {"var med da resultatene ble laget, men ikke nå; kjør scenariet på nytt",
                                   "was there when the results were made, but isn't now; run the scenario again"});
}

} // namespace

WrittenScenario scenario_of_results(const fs::path& folder, const std::string& typed, const std::string& path) {
    const RanFrom ran = ran_from(folder);
    WrittenScenario scenario = read_scenario(DiskFiles(), path);
    if (scenario.id != ran.scenario)
        throw BadInput({path, 0, 0},
                       {fmt::format("er scenariet «{}», men {} er resultatene av «{}»; ventet filen som "
                                    "ble kjørt",
                                    scenario.id, typed, ran.scenario),
                        fmt::format("is the scenario \"{}\", but {} holds the results of \"{}\"; expected "
                                    "the file that was run",
                                    scenario.id, typed, ran.scenario)});
    Problems problems;
    check_numbers(ran, scenario, typed, problems);
    check_texts(ran, scenario, path, problems);
    if (problems.empty() && !scenario.has_services())
        problems.add({path, 0, 0}, {"har ingen plasser å spørre om; tegn uten --what-if",
                                    "has no beds to ask about; draw without --what-if"});
    if (!problems.empty()) throw BadInput(problems);
    return scenario;
}

fs::path description_of_asked(const WrittenScenario& scenario, const std::string& path, const fs::path& folder,
                              const fs::path& work) {
    std::map<std::string, std::string> texts;
    for (const InputFile& file : scenario.files) texts.emplace(file.path, file.text);
    const std::string root = fs::path(scenario.root_file).filename().string();
    if (scenario.extends) {
        const fs::path beside = fs::path(path).parent_path() / root;
        for (const InputFile& file : read_scenario(DiskFiles(), beside.string()).files)
            texts.emplace(file.path, file.text);
    }
    CarriedRegion region = carried_region(root, texts, work / "texts");
    region.results = folder;
    if (scenario.extends) region.asked = fs::path(path).filename().string();
    const fs::path description = work / "page.json";
    write_page_description(description, {region});
    return description;
}

} // namespace framsyn::app
