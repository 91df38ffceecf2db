#pragma once

#include "app/ground/files.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "app/sweep/read/sweep_plan.hpp"

#include <string>
#include <utility>
#include <vector>

namespace framsyn::app {

/// Which places of a key are kept.
struct KeptPlaces {
    std::string key;
    std::vector<std::string> labels;
    std::vector<Position> at; ///< of each label
};

/// An [[output]] of a sweep file.
struct WantedOutput {
    std::string id;
    std::string table; ///< gap.csv
    std::vector<std::string> columns;
    std::vector<KeptPlaces> filters;
    Position at;
};

/// A sweep file as it says; the plan knows its parameters, not yet what it keeps.
struct ReadSweep {
    SweepPlan plan;
    std::string folder; ///< of the sweep file: where its paths start
    std::vector<WantedOutput> outputs;
    std::vector<KeptPlaces> keep;           ///< trust, service, year
    std::vector<WrittenScenario> scenarios; ///< the base, or all that a parameter chooses among
    Problems remarks;                       ///< what may not be meant, though it can be run
};

/// Reads a sweep file and the scenarios that it names. Throws BadInput with every problem found.
ReadSweep read_sweep(const Files& files, const std::string& path, const std::string& version);

/// A file that the sweep names, as messages name it.
std::string path_in(const std::string& folder, const std::string& name);

} // namespace framsyn::app
