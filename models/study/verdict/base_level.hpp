#pragma once

#include "models/study/scenario/evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::study {

/// What a range of a base level that nobody counted rests on.
enum class RangeKind {
    logical, ///< between nobody and places × (1 + over-occupancy), within counted sums
    seen,    ///< 5th to 95th percentile of like places in counted years, within counted sums
    stated   ///< the scenario's own interval
};
inline constexpr NameTable<RangeKind, 3> range_names{
    {{RangeKind::logical, "logical"}, {RangeKind::seen, "seen"}, {RangeKind::stated, "stated"}}};

/// What the base level is told in: occupied beds in the mean of the base year; or places, where the bed days were counted
/// and the places weren't.
enum class BaseUnit { occupied_beds, beds };
inline constexpr NameTable<BaseUnit, 2> base_unit_names{
    {{BaseUnit::occupied_beds, "occupied-beds"}, {BaseUnit::beds, "beds"}}};

/// One end of a range. Where rates by residence and age give the level, the flows' levels there are what is fixed.
struct BaseEnd {
    double amount = 0.0;             ///< in the base level's unit; infinite where nothing limits it
    std::vector<double> flow_levels; ///< [flow of the scenario]; empty: the amount is shared as in each draw
};

/// Mild is the end at which less is needed than there is.
struct BaseRange {
    RangeKind kind = RangeKind::logical;
    BaseEnd mild, severe;
};

/// The base year's level of a trust's service where no count gives it.
struct BaseLevel {
    BaseUnit unit = BaseUnit::occupied_beds;
    double assumed = 0.0; ///< what the scenario reckons with
    std::vector<BaseRange> ranges;
    std::vector<std::string> inputs; ///< addresses of what sets it, the widest effect first
};

/// None where the level was counted, or computed from rates that are known. `occupied` are the beds that each flow's
/// patients take in the base year by the central values, stocks left aside. Ranges stand in the order of RangeKind: a seen
/// one where the scenario says how full like places were, a stated one where it gives an interval.
std::optional<BaseLevel> base_level(const Scenario& scenario, TrustId trust, ServiceId service,
                                    const std::vector<double>& occupied);

/// The counted sum that a part's bed days are a part of; nullptr where there is none.
const ActivityInfo* counted_sum_over(const Scenario& scenario, TrustId trust, ServiceId service);

/// Whether a cell is judged over ranges: its evidence is not-identified, or it rests on rates with an assumed level.
bool has_open_level(const Scenario& scenario, const Cell& cell);

} // namespace framsyn::study
