#pragma once

#include "app/ground/files.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "app/scenario/read/read_scenario.hpp"
#include "models/study/study.hpp"
#include "models/sweep/tornado.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// The gap of a cell by a rule in the last year, and what it is when one assumption at a time stands at either end.
struct CellTornado {
    std::string trust, service, rule;
    int year = 0;
    double gap = 0.0;
    std::vector<sweep::TornadoBar> bars; ///< widest first; of every assumption that moves it or couldn't be tried
};

/// An assumption whose ends were tried.
struct TriedAssumption {
    Quantity quantity;
    std::string fault_nb, fault_en; ///< why an end couldn't be tried; empty where both could
};

struct Tornado {
    std::vector<TriedAssumption> assumptions;
    std::vector<CellTornado> cells;
};

/// All assumptions with an interval, one at a time over it, all others at their values, in the main alternative (no draws).
/// An assumption that the scenario doesn't take at an end doesn't stop the others. Throws what the runner throws.
Tornado tornado_of(const Files& files, const std::string& path, const Overrides& overrides,
                   const WrittenScenario& scenario, int year, const study::Runner& run);

/// tornado.csv: a row a cell and assumption.
std::string tornado_csv(const Tornado& tornado);

} // namespace framsyn::app
