#pragma once

#include "models/study/answers/bed_rules.hpp"
#include "models/study/draws/draw_sample.hpp"
#include "models/study/scenario/cells.hpp"

#include <vector>

namespace framsyn::study {

/// What is turned until there is enough: the beds of a unit, or the stays or admissions of those whom the cell's places
/// would treat without moves.
enum class Lever { beds, stay, admissions };
inline constexpr NameTable<Lever, 3> levers{
    {{Lever::beds, "beds"}, {Lever::stay, "stay"}, {Lever::admissions, "admissions"}}};

/// When it is enough: a probability of a shortage below a limit, or a median gap above one.
struct Aim {
    bool is_gap = false;
    double limit = 0.0;
    bool or_equal = false; ///< at the limit is enough too
};

/// How much of something, from 1 January of a year on, is enough in that year?
struct HowMuch {
    Cell cell;
    int year = 0;
    Lever by = Lever::beds;
    UnitId unit; ///< whose beds; no meaning otherwise
    Aim until;
    double least = 0.0, most = 0.0; ///< what is allowed: beds that open (close, below 0), or change in per cent
};

/// An amount that is enough while one step less isn't: whole beds, tenths of a per cent. Or every allowed amount is
/// enough, or none.
struct Amount {
    enum class Found { here, everywhere, nowhere };
    Found found = Found::nowhere;
    double value = 0.0; ///< only where found here
};

/// Capacity against need in the year that is asked about, at some amount.
struct Balance {
    double capacity = 0.0;
    double bed_days = 0.0; ///< median, as need and gap
    double need = 0.0;
    double gap = 0.0;
    double p_shortage = 0.0;
};

/// The answer by one rule.
struct Enough {
    Rule rule = Rule::utilisation;
    Balance before; ///< nothing turned
    Amount amount;
    Balance at;         ///< at the amount; where none is found, at the allowed end that settles it
    Balance just_short; ///< one step short of the amount; only where one is found
    /// 95 % interval of the amount for want of more draws: the amounts that are enough if the share of draws with a
    /// shortage were a binomial standard error times 1.96 lower, or higher.
    Amount low, high;
    /// Amounts that leave a tenth, half and nine tenths of the draws with enough.
    Amount in_tenth, in_half, in_nine_tenths;
};

/// The answer by both rules in the draws of the sample. An action of that size gives the same gap and probability in a
/// study of the same draws. Stays and admissions need a second sample of the same draws, which the projector (of the
/// scenario's demography) makes. Throws UnfitBlock where the sample is of another scenario. The cell has beds.
std::vector<Enough> how_much(const Scenario& scenario, const demography::Projector& projector, const DrawSample& draws,
                             const HowMuch& question, const Runner& run);

/// How many whole beds a unit can lose from 1 January of a year on, keeping one whatever its plan says later.
double beds_to_spare(const Scenario& scenario, UnitId unit, int year);

} // namespace framsyn::study
