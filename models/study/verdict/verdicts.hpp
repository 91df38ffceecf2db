#pragma once

#include "models/study/verdict/judged_cell.hpp"

#include <vector>

namespace framsyn::study {

/// One of every cell of `need` with beds and every year, in the order of the cells.
///
/// A trust's cell whose level was counted is judged by its P(shortage). Where it wasn't, the base year's level runs over a
/// range and the rest of each draw stays: P and gap at its mild and its severe end. The verdict is given on the logical
/// range where that gives one word (whatever the level is), else on what was seen, else on what the scenario states. A group
/// whose own level is open is judged with every part at its mild or severe end.
///
/// A region is short if any trust is, enough if all are, else depends if any trust does, else tight; its P is the share of
/// draws in which at least one trust lacks beds (of a year with several parts, the longest share of it in any trust).
std::vector<Verdict> verdicts(const Judged& judged, const Runner& run);

} // namespace framsyn::study
