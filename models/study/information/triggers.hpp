#pragma once

#include "models/study/verdict/judged_cell.hpp"

#include <optional>
#include <vector>

namespace framsyn::study {

/// Where the verdict of a cell turns: how many times the base year's level that the scenario reckons with.
struct Turn {
    double times = 1.0;
    double base = 0.0; ///< the base year's bed days then; its places where those are the guess
    double next_year =
        0.0; ///< the same of the year that is counted next, the median over draws: what a count can be held against
};

/// What a verdict that isn't settled waits for.
struct Trigger {
    std::size_t cell = 0; ///< index into Judged::need
    int year = 0;         ///< of the verdict
    int counted_in = 0;   ///< the year after the last counted one
    Judgement judged;
    BaseUnit unit = BaseUnit::occupied_beds; ///< bed days, or beds where the places are the guess
    double expected = 0.0;                   ///< of that year, as the scenario has it
    std::optional<Turn> to_short;            ///< from here on (places: from here down) it is short; none: at no level
    std::optional<Turn> to_enough;           ///< up to here (places: from here up) there is enough; none: at no level
};

/// One of each trust's cell and year that is tight or depends. A cell whose level is known is scaled in every draw, interval
/// and all, as if that much more had been counted; one whose level isn't stands at the level in every draw, as in its
/// bounds. What doesn't hang on the count (stocks, patients whom actions bring) stays.
std::vector<Trigger> triggers(const Judged& judged, const std::vector<Verdict>& verdicts, const std::vector<int>& years,
                              const Runner& run);

} // namespace framsyn::study
