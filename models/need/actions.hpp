#pragma once

#include "models/values/age_span.hpp"
#include "models/values/date.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace framsyn::need {

/// Of each flow's bed days the share that patients of a span of ages have: [span][flow][year from the base year], 0–1. The
/// spans don't overlap; whoever is in none of them is the rest.
using AgeShares = std::vector<std::vector<std::vector<double>>>;

/// What an action does to the patients of some flows while it holds: multiples of their admissions and of their bed days
/// when it holds wholly, 0 for no change. Shorter stays change bed days alone; fewer admissions change both.
struct PatientEffect {
    std::vector<char> flows; ///< [flow] whether it is touched
    double admissions = 0.0; ///< −0.1: a tenth fewer
    double bed_days = 0.0;
    std::vector<Period> when;           ///< none overlaps another
    std::vector<std::size_t> ages = {}; ///< only patients of these spans (indices into AgeShares); none: all
    /// Instead of bed_days: days a year, as in the base year, that the touched flows lose together, each as large a share
    /// of its days as the others.
    double lost_days = 0.0;
};

/// Patients of some flows who are treated elsewhere while it holds.
struct PatientMove {
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::vector<std::size_t> to; ///< [flow] the flow that takes its patients; nowhere: it isn't touched
    double share = 0.0;          ///< of the admissions that would otherwise go there on that day
    std::vector<Period> when;
    std::vector<std::size_t> ages = {}; ///< only patients of these spans, a share of them; none: all
};

/// Of the patients of one flow, those who are treated where another flow leads (or the same), as multiples of the flow's
/// admissions and bed days without actions. Moved patients keep the stay they had.
struct PatientPart {
    std::size_t of = 0;
    std::size_t at = 0;
    double admissions = 1.0;
    double bed_days = 1.0;
};

/// How much of a period holds at the time that is asked for, 0–1.
using Weight = std::function<double(const Period&)>;

/// What effects and moves make of the patients of `flows` flows at one time. Effects multiply, Π (1 + e · w), and act on
/// the flow where patients would be treated without moves. Moves act in order of their first day; those that begin on one
/// day act on the same state, their shares add. Every flow has its own part first, even if nobody is left in it. What acts
/// on spans of ages acts on those alone, wherever moves have brought them; of a flow they are the shares of `year`, counted
/// from the base year.
std::vector<PatientPart> parts_at(std::size_t flows, const std::vector<PatientEffect>& effects,
                                  const std::vector<PatientMove>& moves, const Weight& weight,
                                  const AgeShares& ages = {}, std::size_t year = 0);

/// Effects whose lost days are said as multiples of the bed days: those of [flow][year] without actions.
std::vector<PatientEffect> with_lost_days_as_shares(std::vector<PatientEffect> effects,
                                                    const std::vector<std::vector<double>>& bed_days);

} // namespace framsyn::need
