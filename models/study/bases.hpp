#pragma once

#include "models/study/study.hpp"

#include <vector>

namespace framsyn::study {

/// What a gap after the counted years can be reckoned on: use that starts from something else, other places, other choices.
enum class GapBase {
    as_reckoned, ///< the level of use: both models by their shares of the draws
    returning,   ///< the first of them alone
    walking,     ///< the second
    last_count,  ///< use per person as in the last counted year
    year_before, ///< as in the one before it
    mean_of_3,   ///< the mean of the logs of the last three, and of five, counted years
    mean_of_5,
    all_open,             ///< the level of use, if every place were open all year
    no_plans,             ///< the level of use, with the places of the last counted year throughout
    no_growth,            ///< the level of use, if no stock of patients grew beside the population
    low_utilisation,      ///< the level of use, with planned utilisation at an end of its interval
    high_utilisation,     ///< the other
    strict_service_level, ///< the level of use, with accepted risk and tolerated wait at the low ends of their intervals
    mild_service_level    ///< at the high ends
};
inline constexpr NameTable<GapBase, 14> gap_base_names{{{GapBase::as_reckoned, "as-reckoned"},
                                                        {GapBase::returning, "returning"},
                                                        {GapBase::walking, "walking"},
                                                        {GapBase::last_count, "last-count"},
                                                        {GapBase::year_before, "year-before"},
                                                        {GapBase::mean_of_3, "mean-of-3"},
                                                        {GapBase::mean_of_5, "mean-of-5"},
                                                        {GapBase::all_open, "all-open"},
                                                        {GapBase::no_plans, "no-plans"},
                                                        {GapBase::no_growth, "no-growth"},
                                                        {GapBase::low_utilisation, "low-utilisation"},
                                                        {GapBase::high_utilisation, "high-utilisation"},
                                                        {GapBase::strict_service_level, "strict-service-level"},
                                                        {GapBase::mild_service_level, "mild-service-level"}}};

/// The gap of a cell in the main alternative (medians of everything, nothing drawn) on a base.
struct GapAtBase {
    GapBase base = GapBase::as_reckoned;
    std::size_t cell = 0; ///< index into the study's need
    int year = 0;
    Rule rule = Rule::utilisation;
    double need = 0.0, gap = 0.0; ///< beds
};

/// Every base that differs from what is reckoned with, and that itself, of the cells whose use is counted year by year, after the
/// last year that is counted at all trusts; none where nothing is. A base of more years than an activity has takes those that
/// there are.
std::vector<GapAtBase> gaps_at_bases(const Study& study);

} // namespace framsyn::study
