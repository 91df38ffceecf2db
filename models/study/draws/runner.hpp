#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>

namespace framsyn::study {

/// Some of the draws or replications of a study: first, first + 1, …
struct Block {
    std::size_t first = 0;
    std::size_t count = 0;

    std::size_t end() const { return first + count; }
    bool holds(const Block& other) const { return other.first >= first && other.end() <= end(); }
};

/// What is being computed many times.
enum class Stage {
    draws, ///< population and bed days, draw by draw
    beds,  ///< what the bed days need, draw by draw
    care,  ///< replications of care
    cells, ///< what is said of a cell, cell by cell
    points ///< studies of a sweep, point by point
};

/// Carries out trial(first), …, trial(first + count − 1), each once, in any order and on as many threads as it likes, and
/// comes back when all are done. A study knows no threads, clock or console: who wants them passes a runner that has
/// them. It may throw to end the study (an interruption, a failed trial).
using Runner = std::function<void(Stage stage, const Block& block, const std::function<void(std::size_t)>& trial)>;

/// One trial after the other.
void one_after_the_other(Stage stage, const Block& block, const std::function<void(std::size_t)>& trial);

/// Blocks can't be joined: the second doesn't begin where the first ends, or they are of different studies.
struct UnfitBlock : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

} // namespace framsyn::study
