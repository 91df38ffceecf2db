#pragma once

#include "models/study/answers/gap.hpp"
#include "models/study/draws/care_sample.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace framsyn::study {

/// What pairs two scenarios: the same draw of parameters and people, or the same patients' luck.
enum class PairedBy { draws, replications };
inline constexpr NameTable<PairedBy, 2> paired_by_names{
    {{PairedBy::draws, "draws"}, {PairedBy::replications, "replications"}}};

/// A measure of a cell and year in two scenarios. What isn't known is NaN.
/// By draws: base and alternative are medians, the difference is the median of the differences within draws and low–high
/// holds 80 % of them; probabilities differ as shares of the draws and have no interval.
/// By replications: means, the mean difference, and its 95 % t interval over the means of those that share a draw.
struct ComparisonRow {
    std::string trust;   ///< id, "region" or "outside"
    std::string service; ///< id of a service or of a group
    int year = 0;
    std::string_view measure; ///< of need and gap as below, or the id of a measure of care
    std::string_view unit;
    double base = 0.0;
    double alternative = 0.0;
    double difference = 0.0; ///< alternative less base
    double low = 0.0;
    double high = 0.0;
    PairedBy basis = PairedBy::draws;
    std::size_t pairs = 0; ///< draws; draws that replications share
};

namespace compared {
inline constexpr std::string_view capacity = "capacity";
inline constexpr std::string_view bed_days = "bed_days";
inline constexpr std::string_view need = "need";
inline constexpr std::string_view need_service_level = "need_service_level";
inline constexpr std::string_view gap = "gap";
inline constexpr std::string_view gap_service_level = "gap_service_level";
inline constexpr std::string_view p_shortage = "p_shortage";
inline constexpr std::string_view p_shortage_service_level = "p_shortage_service_level";
inline constexpr std::string_view contacts = "contacts"; ///< day or outpatient, in the place of stays
} // namespace compared

/// What is compared of a scenario: its need and gaps in every cell, and its care where that is simulated.
struct ComparedSide {
    const Scenario& scenario;
    const std::vector<CellNeed>& need;
    const std::vector<Gap>& gaps; ///< the cells of `need` that have beds: every year, both rules
    const CareSample* care = nullptr;
};

/// Every cell and year that one of the scenarios has, the base's first, matched by the ids of trust and service: what is
/// drawn, then what is simulated where both are. A cell that only one of them uses is nothing in the other, and unknown
/// where the other doesn't know the trust or service. Cells without beds in either have bed days only. The years are
/// those that both have. Throws UnfitBlock unless both have the same seed, draws and replications.
std::vector<ComparisonRow> comparison_of(const ComparedSide& base, const ComparedSide& alternative, const Runner& run);

} // namespace framsyn::study
