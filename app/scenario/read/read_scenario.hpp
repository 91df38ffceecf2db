#pragma once

#include "app/ground/files.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/read/add_counted_use.hpp"
#include "models/study/scenario/pinned.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// What was said on the command line instead of in the file.
struct Overrides {
    std::vector<std::string> set;    ///< KEY=VALUE
    std::optional<int> replications; ///< 0: care is left out
    std::optional<std::uint32_t> seed;
    std::optional<int> draws = {};
    /// Numbers of `set` that stand where a draw could put them, with the values that the file gives. As in a draw, counted
    /// years are held whatever the flows give with them: they are checked with the file's values.
    std::vector<study::ValueAt> as_drawn = {};
    Counts counts = Counts::held; ///< left aside: the scenario is read to work out what fits its counts
};

/// Reads a scenario file, those it extends and its tables, which lie beside it. Throws BadInput with every problem found.
WrittenScenario read_scenario(const Files& files, const std::string& path, const Overrides& overrides = {});

} // namespace framsyn::app
