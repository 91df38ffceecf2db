#pragma once

#include "app/explain/addresses.hpp"
#include "app/scenario/people/written_scenario.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// What is computed, in the order in which it is.
enum class Fed { population, need, capacity, gap, care, indicators };
inline constexpr NameTable<Fed, 6> fed_names{{{Fed::population, "population"},
                                              {Fed::need, "need"},
                                              {Fed::capacity, "capacity"},
                                              {Fed::gap, "gap"},
                                              {Fed::care, "care"},
                                              {Fed::indicators, "indicators"}}};

/// What a value of a scenario moves when it changes, and where.
struct Feeds {
    std::vector<Fed> what;
    std::vector<std::string> trusts;   ///< ids, or outside; none: all
    std::vector<std::string> services; ///< ids of services; none: all
    Text note;                         ///< what to know of it beside that

    bool feeds(Fed one) const;
};

/// What a leaf of scenario.as_written feeds. What a value can't reach is not in it: of stays of a service that isn't
/// simulated, nothing.
Feeds feeds_of(const WrittenScenario& scenario, const Leaf& leaf);

} // namespace framsyn::app
