#pragma once

#include "models/study/information/known_inputs.hpp"
#include "models/study/information/worth.hpp"
#include "models/study/verdict/judged_cell.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::study {

/// What knowing one input, or all of a group, or everything, is worth for a cell and year.
struct InputWorth {
    std::string input;                  ///< an address, a group's name, or all_inputs
    std::optional<VarianceGroup> group; ///< none: everything
    bool is_group = false;
    Worth worth;
};
inline constexpr const char* all_inputs = "all";

/// A trust's cell in a year.
struct CellInformation {
    std::size_t cell = 0; ///< index into Judged::need
    int year = 0;
    Outcome outcome;
    std::vector<InputWorth> inputs; ///< everything, then the groups, then each input that moves the cell
};

/// The value of information for the trusts' cells whose level is known, in each of the years. `people_alone` are the same
/// draws with every number at its value: all that is known of a cell's need when the people are. Where a level isn't known,
/// draws say nothing of it: open_figures.hpp.
std::vector<CellInformation> value_of_information(const Judged& judged, const std::vector<Verdict>& verdicts,
                                                  const DrawSample& people_alone, const std::vector<int>& years,
                                                  const Runner& run);

} // namespace framsyn::study
