#pragma once

#include "models/care/run_years.hpp"
#include "models/values/ids.hpp"
#include "models/values/name_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace framsyn::care {

/// A dated change of the staffed beds of a unit: `beds` are added (or closed, if negative) at clock day
/// `day`. A closing bed finishes its patient.
struct CapacityChange {
    double day = 0.0;
    int beds = 0;
};

/// Beds of one service at one site of one trust.
struct Unit {
    std::string id; ///< unique
    TrustId trust;
    ServiceId service;
    std::string site;                    ///< name of the place, unique among the units of the trust and service
    int staffed_beds = 0;                ///< at day 0 of the clock (start of the warm-up)
    std::vector<CapacityChange> changes; ///< in order of day; beds never fall below zero
    int surge_beds = 0;                  ///< beds beyond the staffed ones that beredskap can mobilise
    double over_occupancy_limit = 0.0;   ///< emergencies may fill floor(limit * open beds) more than the open beds
    std::vector<CapacityChange> surge_changes = {}; ///< of surge_beds, in order of day; they never fall below zero
};

/// What is tried, in the order the service lists it, when every open bed of a patient's trust is taken.
enum class Step : std::uint8_t {
    over_occupancy, ///< emergencies only: beyond the open beds, up to the unit's limit, at the own trust
    overflow,       ///< a free open bed of another trust, along the route of (trust, service)
    surge,          ///< a surge bed at the own trust
    purchase,       ///< outside the region; never full
    wait,           ///< queue at the own trust: emergencies first, then first come, first served
};
inline constexpr NameTable<Step, 5> step_names{{{Step::over_occupancy, "over-occupancy"},
                                                {Step::overflow, "overflow"},
                                                {Step::surge, "surge"},
                                                {Step::purchase, "purchase"},
                                                {Step::wait, "wait"}}};

/// Expected points of the arrival plane in one of its cells, at most: cell_days * cell_rate.
inline constexpr double most_points_in_cell = 64.0;

struct Service {
    std::string id;
    double emergency_share = 1.0;            ///< probability that a patient is an emergency
    std::vector<Step> when_full{Step::wait}; ///< ends with wait or purchase, so that nobody is lost
    double max_wait_days = 180.0;            ///< a planned patient who has waited so long is purchased a place
    /// Years of the calendar's warm-up in which patients arrive: long stays need a long one to fill the beds, short
    /// stays would only cost time. -1: all of them.
    int warm_up_years = -1;
    /// Cells of the arrival plane (time x rate), with at most most_points_in_cell expected points each. They are part of a patient's identity: choose them for the
    /// service, never from a rate of the scenario at hand. Speed is best with one to ten expected patients in
    /// a cell.
    double cell_days = 64.0;   ///< length of a time slice, days
    double cell_rate = 0.0625; ///< height of a rate strip, admissions per day
};

/// One step of an overflow route. Outside is allowed and documents the journey of a purchased place: the
/// overflow step passes over it.
struct RouteLeg {
    WhichTrust trust = WhichTrust::outside();
    double minutes = 0.0;
};

/// Where the overflow of a trust goes for a service, nearest first. A pair without a route has no overflow.
struct Route {
    TrustId from_trust;
    ServiceId service;
    std::vector<RouteLeg> legs;
};

/// A time in which nobody is transferred from one trust to another; begins and ends on clock days.
struct ClosedRoute {
    TrustId from;
    TrustId to;
    double begin = 0.0;
    double end = 0.0;
};

enum class StayShape : std::uint8_t {
    lognormal,   ///< spread = sigma of the logarithm
    exponential, ///< spread unused
    gamma,       ///< spread = coefficient of variation
    fixed,       ///< spread unused
};
inline constexpr NameTable<StayShape, 4> stay_shape_names{{{StayShape::lognormal, "lognormal"},
                                                           {StayShape::exponential, "exponential"},
                                                           {StayShape::gamma, "gamma"},
                                                           {StayShape::fixed, "fixed"}}};

/// One component of a length-of-stay mixture.
struct StayComponent {
    double weight = 1.0; ///< any positive scale; the weights of a stay are divided by their sum
    StayShape shape = StayShape::exponential;
    double mean_days = 1.0;
    double spread = 0.0;
};

/// A length-of-stay distribution: a mixture.
struct Stay {
    std::vector<StayComponent> components;
};

/// Some of those who would go to a destination are treated elsewhere instead. They keep the stay of that destination.
struct Detour {
    std::size_t destination = 0; ///< where they would have gone
    WhichTrust to;               ///< a trust, or outside
    ServiceId service;           ///< by whose rules they wait and lie there
    std::vector<double> share;   ///< [period] of the destination's patients; a destination's detours sum to at most 1
};

/// The patients of one home trust and one service, by period (CareInputs::rate_changes): without any, the years from
/// calendar.first_year. The warm-up uses the first period's values.
struct Inflow {
    WhichTrust home_trust; ///< a trust, or outside for patients who live beyond the region
    ServiceId service;
    std::vector<double> admissions_per_day; ///< [period]
    /// [period][destination], destination = every trust in order, then outside last: the function units. Each
    /// period sums to 1.
    std::vector<std::vector<double>> destination_share;
    /// [destination]; may be empty where the share is zero in every period.
    std::vector<Stay> stay;
    /// [period][destination] multiplies every stay that begins in the period; empty means 1 throughout.
    std::vector<std::vector<double>> stay_factor;
    std::vector<Detour> detours;
};

/// A sum of services with rows of its own, e.g. phv.
struct ServiceGroup {
    std::string id;
    std::vector<ServiceId> parts;
};

/// Everything the care model needs, as plain values.
struct CareInputs {
    RunYears calendar;
    std::vector<std::string> trusts; ///< ids in the order of TrustId
    std::vector<Service> services;   ///< in the order of ServiceId
    std::vector<Unit> units;
    std::vector<Route> routes;
    std::vector<Inflow> inflows; ///< at most one per (home trust, service)
    std::vector<ServiceGroup> groups;
    /// Clock days on which rates, shares and stay factors change beside 1 January, in order, within the measured years. They
    /// cut the years into the periods of the inflows.
    std::vector<double> rate_changes;
    std::vector<ClosedRoute> closed_routes = {};
};

/// The clock days on which the measured periods begin, and the end of the run.
[[nodiscard]] std::vector<double> period_starts(const CareInputs& inputs);

} // namespace framsyn::care
