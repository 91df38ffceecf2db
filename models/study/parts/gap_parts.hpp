#pragma once

#include "models/study/answers/need_sample.hpp"
#include "models/study/parts/people_split.hpp"

#include <string>
#include <vector>

namespace framsyn::study {

/// What a part of a gap rests on.
enum class PartKind { counted, plan, projected, assumed, policy };
inline constexpr NameTable<PartKind, 5> part_kinds{{{PartKind::counted, "counted"},
                                                    {PartKind::plan, "plan"},
                                                    {PartKind::projected, "projected"},
                                                    {PartKind::assumed, "assumed"},
                                                    {PartKind::policy, "policy"}}};

/// One part of a cell's gap in every draw of a year, beds: what it adds to capacity − need.
struct GapPart {
    std::string name; ///< start, places, number, age_mix, migration, level, factor.<id>, stock.<id>, action.<id>
    PartKind kind = PartKind::counted;
    Series beds; ///< [year][draw]
};

/// The parts of one cell's gap. By both rules they are the same but for the reserve, and sum to the gap in each draw.
struct CellParts {
    std::size_t cell = 0; ///< index into the study's need
    std::size_t start =
        0; ///< years from the base year to the one that the parts start from: none are of years before it
    std::vector<GapPart> parts;
    Series reserve_at_utilisation, reserve_at_service_level;

    const Series& reserve(Rule rule) const {
        return rule == Rule::utilisation ? reserve_at_utilisation : reserve_at_service_level;
    }
};

/// Bed days of a cell by place of treatment after each step of the method, every step on top of those before it.
struct CellSteps {
    std::size_t cell = 0;
    Series demography; ///< trinn 1: the base year's use at every year's people
    Series factors;    ///< trinn 2: and the change factors
    Series stocks;     ///< and stocks that grow beside
    Series actions;    ///< and what actions do to patients: the need
};

/// What is taken apart.
struct Whole {
    const Scenario& scenario;
    const capacity::BedPlan& plan;
    const DrawSample& draws;
    const std::vector<CellNeed>& need;
};

/// A study taken apart.
struct Apart {
    std::vector<CellParts> parts; ///< cells with beds
    std::vector<CellSteps> steps; ///< every cell but those outside
};

/// The gap of every cell with beds, taken apart in every draw and year from the last one that is counted on:
/// start (places less occupied beds of that year) + places that open or close − the change of occupied beds − reserve
/// (need by the rule less occupied beds). The change of occupied beds is split by exact Shapley values between how many
/// people there are, their age and sex mix, that they move, the level of use, each factor, each stock that grows and each action on patients;
/// where these are more than ten, actions, then factors, then stocks are one player, whose share is split by what each does
/// alone. A group is the sum of its parts, the region of its trusts.
Apart taken_apart(const Whole& whole, const Runner& run);

} // namespace framsyn::study
