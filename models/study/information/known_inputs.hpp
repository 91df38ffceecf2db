#pragma once

#include "models/study/draws/draw_sample.hpp"
#include "models/study/information/regression.hpp"
#include "models/study/scenario/cells.hpp"

#include <string>
#include <vector>

namespace framsyn::study {

/// Something that varies between draws and that somebody could find out.
struct KnownInput {
    std::string name; ///< address of a number
    VarianceGroup group = VarianceGroup::level;
    std::vector<Column> values; ///< in every draw: one for all years, or one a year from the base year on

    const Column& in(std::size_t t) const { return values.size() == 1 ? values.front() : values[t]; }
};

/// Every number of the scenario that varies between the draws, in the order in which the scenario keeps them. The level of
/// use after the counted years is a path under the address of its later_use.
std::vector<KnownInput> known_inputs(const Scenario& scenario, const Block& draws);

/// Which inputs a cell's need hangs on at all: [cell][input]. Found by moving one input at a time to an end of its interval,
/// the others at their values, in the main alternative.
std::vector<std::vector<char>> what_moves(const Scenario& scenario, const std::vector<KnownInput>& inputs,
                                          const std::vector<Cell>& cells);

} // namespace framsyn::study
