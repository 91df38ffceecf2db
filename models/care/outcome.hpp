#pragma once

#include "models/values/name_table.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace framsyn::care {

/// Sums over one unit and one year of one replication. Times are integrals in days over the clock; bed days
/// are midnights (floor(discharge) - floor(admission)), booked in the year each midnight ends a day of, so
/// that 31 December's belongs to the old year.
struct UnitYear {
    double occupied_time = 0.0;       ///< bed-days in the sense of time: integral of patients present
    double open_time = 0.0;           ///< integral of open (staffed) beds
    double full_time = 0.0;           ///< days with every open bed taken (a unit without beds is full)
    double over_occupancy_time = 0.0; ///< integral of patients beyond the open beds who are not on surge
    double surge_bed_time = 0.0;      ///< integral of patients on surge beds
    double surge_time = 0.0;          ///< days with at least one patient on surge
    double waiting_time = 0.0;        ///< integral of patients who wait, booked where they were first sent
    double bed_days = 0.0;            ///< midnights of all patients of the unit
    double admissions = 0.0;
    /// Own patients who need a bed, by the year they arrive. Who waits at one site and is given a bed at another of the
    /// same department is moved there, in the year of the bed. So, for every unit and year: arrivals + waiting_begin +
    /// overflow_received = admissions + overflow + purchased_patients + waiting_end.
    double arrivals = 0.0;
    double wait_sum = 0.0;           ///< days, of the patients counted in wait_count, by the year the wait ends
    double wait_count = 0.0;         ///< own patients admitted here (most waited zero days) or given up waiting
    double overflow = 0.0;           ///< patients turned away from here to another trust
    double overflow_received = 0.0;  ///< patients admitted here because another trust was full
    double away_bed_days = 0.0;      ///< midnights here of patients received by overflow
    double purchased_patients = 0.0; ///< patients for whom a place outside was bought because this unit was full
    double purchased_bed_days = 0.0; ///< their midnights
    double waiting_begin = 0.0;      ///< patients who wait when the year begins, where they were first sent
    double waiting_end = 0.0;        ///< and when it ends
    double wait_so_far_sum = 0.0;    ///< days that those of waiting_end have waited
};

enum class MoveReason : std::uint8_t { function, overflow, purchase };
inline constexpr std::size_t kMoveReasons = 3;
inline constexpr NameTable<MoveReason, kMoveReasons> move_reason_names{
    {{MoveReason::function, "function"}, {MoveReason::overflow, "overflow"}, {MoveReason::purchase, "purchase"}}};

/// Patients (by year of admission) and their midnights (by year of the midnight).
struct Moves {
    double patients = 0.0;
    double bed_days = 0.0;
};

/// Patients of the whole run, warm-up included: arrivals = discharged + discharged_outside + in_beds +
/// in_outside + waiting, always.
struct PatientCount {
    std::int64_t arrivals = 0;
    std::int64_t discharged = 0;
    std::int64_t discharged_outside = 0;
    std::int64_t in_beds = 0;
    std::int64_t in_outside = 0;
    std::int64_t waiting = 0;
};

/// What one replication gave, measured years only.
struct CareOutcome {
    std::size_t trusts = 0; ///< without outside
    std::size_t services = 0;
    std::size_t units = 0;
    std::size_t years = 0;
    std::vector<UnitYear> unit_years; ///< [unit][year]
    /// [from][to][service][year][reason]; `from` and `to` run over the trusts and then outside. `from` is the
    /// home trust for function, and the trust whose unit was full for overflow and purchase.
    std::vector<Moves> moves;
    std::vector<double> all_full_days; ///< [sum][year], in the order of sums_of: days with every unit of the sum full
    PatientCount count;

    [[nodiscard]] const UnitYear& unit_year(std::size_t unit, std::size_t year) const {
        return unit_years[unit * years + year];
    }
    [[nodiscard]] const Moves& moves_at(std::size_t from, std::size_t to, std::size_t service, std::size_t year,
                                        MoveReason reason) const {
        return moves[moves_index(from, to, service, year, reason)];
    }
    [[nodiscard]] std::size_t moves_index(std::size_t from, std::size_t to, std::size_t service, std::size_t year,
                                          MoveReason reason) const {
        return (((from * (trusts + 1) + to) * services + service) * years + year) * kMoveReasons +
               static_cast<std::size_t>(reason);
    }
};

} // namespace framsyn::care
