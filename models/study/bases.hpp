#pragma once

#include "models/study/study.hpp"

#include <vector>

namespace framsyn::study {

/// What need after the counted years can start from.
enum class UseBase {
    as_reckoned, ///< the level of use: both models by their shares of the draws
    returning,   ///< the first of them alone
    walking,     ///< the second
    last_count,  ///< use per person as in the last counted year
    year_before, ///< as in the one before it
    mean_of_3,   ///< the mean of the logs of the last three, and of five, counted years
    mean_of_5,
    all_open ///< the level of use, if every place were open all year
};
inline constexpr NameTable<UseBase, 8> use_base_names{{{UseBase::as_reckoned, "as-reckoned"},
                                                       {UseBase::returning, "returning"},
                                                       {UseBase::walking, "walking"},
                                                       {UseBase::last_count, "last-count"},
                                                       {UseBase::year_before, "year-before"},
                                                       {UseBase::mean_of_3, "mean-of-3"},
                                                       {UseBase::mean_of_5, "mean-of-5"},
                                                       {UseBase::all_open, "all-open"}}};

/// The gap of a cell in the main alternative (medians of everything, nothing drawn) if need started from a base.
struct GapAtBase {
    UseBase base = UseBase::as_reckoned;
    std::size_t cell = 0; ///< index into the study's need
    int year = 0;
    Rule rule = Rule::utilisation;
    double need = 0.0, gap = 0.0; ///< beds
};

/// Every base, of the cells whose use is counted year by year, after the last year that is counted at all trusts; none where
/// nothing is. A base of more years than an activity has takes those that there are.
std::vector<GapAtBase> gaps_at_bases(const Study& study);

} // namespace framsyn::study
