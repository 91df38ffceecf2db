// damaged_inputs [COUNT] [SEED] [FOLDER]: shipped scenarios, damaged in one to three places, are either refused with a place, or
// sound and then run: every table is made and every number in it is one. Anything else is printed, with how to make it
// again, and the exit code is 1. What was tried and what held is printed as a line of a table for docs/reliability.md.
// With FOLDER nothing is run: every damaged scenario is written there, for whoever tries the command on them.
#include "app/ground/disk/files.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "app/tables/result_tables.hpp"
#include "models/study/study.hpp"
#include "tests/reliability/damage.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace framsyn;
using namespace framsyn::app;
using reliability::Damage;
using reliability::Dice;
using reliability::Folder;

Folder shipped(const std::string& name) {
    namespace fs = std::filesystem;
    const fs::path root = fs::path(FRAMSYN_SCENARIOS) / name;
    Folder folder;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
        const std::string file = entry.path().lexically_relative(root).generic_string();
        if (entry.is_regular_file() && entry.path().extension() != ".md")
            folder[file] = read_file(entry.path().string(), file);
    }
    return folder;
}

/// What is damaged, and through which file it is read.
struct Subject {
    Folder folder;
    std::string scenario;
    std::vector<std::string> files;
};

std::vector<Subject> subjects() {
    const Folder helse_nord = shipped("helse-nord");
    const Folder people = shipped("eksempel-femaar");
    std::vector<std::string> tables;
    for (const auto& [file, text] : helse_nord) {
        if (file.rfind("tables/", 0) == 0) tables.push_back(file);
    }
    std::vector<std::string> of_people;
    for (const auto& [file, text] : people) of_people.push_back(file);
    // The main file most often, for most is written there.
    return {{helse_nord, "baseline.toml", {"baseline.toml"}},
            {helse_nord, "baseline.toml", {"baseline.toml"}},
            {helse_nord, "nye-asgard-pluss-11.toml", {"nye-asgard-pluss-11.toml"}},
            {helse_nord, "ssb-2024.toml", {"ssb-2024.toml", "baseline.toml"}},
            {helse_nord, "baseline.toml", tables},
            {people, "baseline.toml", of_people}};
}

struct Tally {
    std::size_t tried = 0, refused = 0, ran = 0, failed = 0;
};

/// Where a table has a cell that is no number though its column holds numbers; empty if none.
std::string no_number_in(const TidyTable& table) {
    for (const TypedRow& row : table.rows()) {
        for (const TypedCell& cell : row) {
            const double* number = std::get_if<double>(&cell);
            if (number && std::isinf(*number)) return table.name();
        }
    }
    return "";
}

/// "" if all is well.
std::string fault_of(const Folder& folder, const std::string& scenario_file, Tally& tally) {
    Texts files;
    for (const auto& [name, text] : folder) files.put(name, text);
    std::optional<WrittenScenario> scenario;
    try {
        scenario = read_scenario(files, scenario_file, {{"run.draws=4"}, 4, {}});
    } catch (const BadInput& bad) {
        ++tally.refused;
        for (const std::string& line : bad.problems().lines(Language::nb)) {
            if (line.empty() || line.find(": ") == std::string::npos) return "a problem without a place: " + line;
        }
        return bad.problems().empty() ? "refused without a word" : "";
    } catch (const std::exception& other) {
        return std::string("reading ended with: ") + other.what();
    }
    try {
        const study::Study study = study::run_study(*scenario);
        for (const std::string& table : tables_of(study)) {
            const std::string place = no_number_in(result_table(table, *scenario, study, true));
            if (!place.empty()) return "a number that is none in " + place;
        }
    } catch (const std::exception& other) {
        return std::string("check said sound, the run ended with: ") + other.what();
    }
    ++tally.ran;
    return "";
}

void write(const Folder& folder, const std::string& scenario_file, const std::filesystem::path& place) {
    for (const auto& [name, text] : folder) {
        std::filesystem::create_directories((place / name).parent_path());
        write_file((place / name).string(), text);
    }
    write_file((place / "which").string(), scenario_file);
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 200;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    const std::vector<Subject> all = subjects();
    Tally tally;
    for (std::size_t i = 0; i < count; ++i) {
        Dice dice(seed + i);
        Subject subject = all[dice.below(all.size())];
        std::string done;
        const std::size_t times = 1 + dice.below(3);
        for (std::size_t k = 0; k < times; ++k) {
            const Damage damage = damage_one(subject.folder, subject.files, dice);
            done += fmt::format("{}{}: {}", done.empty() ? "" : "; ", damage.file, damage.what);
        }
        if (argc > 3) {
            write(subject.folder, subject.scenario, std::filesystem::path(argv[3]) / std::to_string(i));
            continue;
        }
        ++tally.tried;
        const std::string fault = fault_of(subject.folder, subject.scenario, tally);
        if (fault.empty()) continue;
        ++tally.failed;
        fmt::print(stderr, "damaged_inputs 1 {}: {}: {} ({})\n", seed + i, subject.scenario, fault, done);
    }
    if (argc > 3) return 0;
    fmt::print("| damaged inputs, in process, seed {} | {} | {} refused with a place, {} sound and run | {} |\n", seed,
               tally.tried, tally.refused, tally.ran, tally.failed);
    return tally.failed == 0 ? 0 : 1;
}
