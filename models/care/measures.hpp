#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace framsyn::care {

enum class Measure : std::uint8_t {
    occupancy,
    occupied_beds,
    open_beds,
    bed_days,
    admissions,
    wait_mean,
    p_full,
    over_occupancy_bed_days,
    overflow,
    away_bed_days,
    purchased_patients,
    purchased_bed_days,
    surge_days,
    arrivals,
    overflow_received,
    waiting_mean,
    waiting_end,
    wait_so_far_mean,
    p_all_full,
};

/// Name, unit and definition of a measure: the one table that results and documentation print.
struct MeasureDefinition {
    Measure measure;
    std::string_view id;
    std::string_view unit;
    std::string_view definition_nb;
    std::string_view definition_en;
};

inline constexpr std::size_t kMeasures = 19;

/// In the order of the enumeration.
[[nodiscard]] const std::array<MeasureDefinition, kMeasures>& measure_table();

[[nodiscard]] const MeasureDefinition& definition(Measure measure);

} // namespace framsyn::care
