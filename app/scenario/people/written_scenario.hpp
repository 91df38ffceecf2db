#pragma once

#include "app/ground/problems.hpp"
#include "app/scenario/people/population_plan.hpp"
#include "app/scenario/text/differences.hpp"
#include "models/study/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// A table in a file beside the scenario.
struct TableInfo {
    std::string id, file, source;
    Status status = Status::assumed;
    Position at;
};

/// A file that the scenario was read from, for the manifest.
struct InputFile {
    std::string path; ///< relative to the scenario's folder
    std::string text;
};

/// A counted year of an activity that stands in the scenario itself, beside the table's or instead of it.
struct WrittenCount {
    std::string id;
    std::size_t activity = 0; ///< index into Scenario::activities
    study::CountedUse use;    ///< expected_days 0: to be worked out
    std::vector<Quantity> numbers;
    Position at;
};

/// A scenario as its files say it: the values that a study is made of, and what only readers of files ask for.
struct WrittenScenario : study::Scenario {
    PopulationPlan population; ///< resolved in Scenario::demography
    Position variant_at, draws_at, replications_at;
    std::vector<TableInfo> tables;
    std::vector<WrittenCount> counted; ///< [[counted_use]]
    std::vector<Position> counted_at;  ///< [activity] where its last counted year stands
    std::vector<InputFile> files;
    std::string compared_with;           ///< the file that this one extends, or the file itself
    std::vector<Difference> differences; ///< from that file, by extension and command line
    bool extends = false;                ///< whether it is written on top of another file
    std::string root_file; ///< at the end of the chain of files that it extends; itself if it extends none
    Value as_written;      ///< all that the chain and the command line say
    Problems remarks;      ///< what may not be meant, though it can be run
};

} // namespace framsyn::app
