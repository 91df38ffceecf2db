#pragma once

#include "models/values/date.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace framsyn::need {

/// What an action does to the patients of some flows while it holds: multiples of their admissions and of their bed days
/// when it holds wholly, 0 for no change. Shorter stays change bed days alone; fewer admissions change both.
struct PatientEffect {
    std::vector<char> flows; ///< [flow] whether it is touched
    double admissions = 0.0; ///< −0.1: a tenth fewer
    double bed_days = 0.0;
    std::vector<Period> when; ///< none overlaps another
};

/// Patients of some flows who are treated elsewhere while it holds.
struct PatientMove {
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::vector<std::size_t> to; ///< [flow] the flow that takes its patients; nowhere: it isn't touched
    double share = 0.0;          ///< of the admissions that would otherwise go there on that day
    std::vector<Period> when;
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
/// day act on the same state, their shares add. Every flow has its own part first, even if nobody is left in it.
std::vector<PatientPart> parts_at(std::size_t flows, const std::vector<PatientEffect>& effects,
                                  const std::vector<PatientMove>& moves, const Weight& weight);

} // namespace framsyn::need
