#pragma once

#include "models/care/inputs.hpp"
#include "models/demography/project/drivers.hpp"
#include "models/study/scenario/action.hpp"
#include "models/values/date.hpp"
#include "models/values/ids.hpp"
#include "models/values/quantity.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::study {

struct TrustInfo {
    std::string id, name, short_name;
    Quantity fertility_index, mortality_index_female, mortality_index_male;
    bool has_catchment = true; ///< false: an owner of places whom nobody belongs to by residence
};

struct ServiceInfo {
    std::string id;
    Text name;
    Text beds_name; ///< what its beds are called
    bool simulated = true;
    std::string use_rate_name;
    std::size_t use_rate = 0; ///< index into Scenario::use_rates
    Quantity level, utilisation, risk;
    bool waits_when_full = false; ///< the service-level rule: Erlang C instead of B
    Quantity tolerated_wait;      ///< of a planned patient, before a bed is missing; days
    Quantity emergency_share, over_occupancy, max_wait, warm_up, cell_time, cell_rate;
    std::vector<care::Step> when_full;
};

struct GroupInfo {
    std::string id;
    Text name;
    std::vector<ServiceId> parts;
};

struct UnitInfo {
    std::string id;
    TrustId trust;
    ServiceId service;
    std::string site;
    Quantity beds;
    std::optional<Quantity> surge; ///< total in beredskap
    Quantity open_share;
    bool made_by_action = false; ///< it isn't there until an action opens it
};

struct ChangeInfo {
    std::string id;
    UnitId unit;
    Period when;
    Quantity beds;
    Plan plan = Plan::planned;
    Text label;
    Position at;
    std::string part_of;    ///< a plan that a delay moves as a whole; empty: of none
    bool by_action = false; ///< what an action does to beds

    bool counts() const { return plan != Plan::possible; }
};

/// A service or a group, where a scenario may name either: the services that it stands for.
struct ServiceOrGroup {
    std::string id;
    std::vector<ServiceId> services;
    bool group = false;
};

struct CountInfo {
    std::string id;
    TrustId trust;
    ServiceOrGroup service;
    int year = 0;
    Quantity beds;
};

struct UtilisationInfo {
    TrustId trust;
    ServiceOrGroup service;
    Quantity utilisation;
};

/// What the base year's activity rests on: counted bed days, rates by age on the population, an assumed part of a
/// counted sum, beds × an assumed occupancy, or beds that were worked out from the bed days.
enum class Basis { observed, rates, split, beds_times_occupancy, capacity_from_activity };
inline constexpr NameTable<Basis, 5> basis_names{{{Basis::observed, "observed"},
                                                  {Basis::rates, "rates"},
                                                  {Basis::split, "split"},
                                                  {Basis::beds_times_occupancy, "beds-times-occupancy"},
                                                  {Basis::capacity_from_activity, "capacity-from-activity"}}};

/// What was counted of an activity in one year.
struct CountedUse {
    int year = 0;
    double bed_days = 0.0;
    double expected_days = 0.0;           ///< at the region's rates by age and sex on the year's people of the trusts
    std::optional<double> places;         ///< at the end of the year
    std::optional<double> available_days; ///< of open places
};

/// As often as without a word: a multiple of 1.
inline Quantity once() {
    Quantity one;
    one.value = one.low = one.high = 1.0;
    return one;
}

struct ActivityInfo {
    std::string id;
    TrustId trust;
    ServiceOrGroup service;
    Basis basis = Basis::observed;
    std::optional<Quantity> bed_days;
    Text note;
    std::vector<TrustId> sum_over = {};   ///< where only the sum over several trusts is counted: all of them
    std::vector<CountedUse> counted = {}; ///< year by year without a hole; empty: the base year's sum alone is known
    /// Use per person after the last counted year, as a multiple of what the level says; its interval is the level's own 95 %,
    /// and the draws have the level instead of it.
    Quantity later_use = once();

    bool is_sum() const { return !sum_over.empty(); }
    /// Whose bed days it says.
    std::vector<TrustId> trusts() const { return is_sum() ? sum_over : std::vector{trust}; }
    bool is_about(WhichTrust place) const {
        if (!is_sum()) return place == trust;
        for (const TrustId one : sum_over) {
            if (place == one) return true;
        }
        return false;
    }

    /// The base-year gap is fixed by a guess: never a finding.
    bool not_identified() const {
        return basis == Basis::split || basis == Basis::beds_times_occupancy || basis == Basis::capacity_from_activity;
    }
};

/// How the level of use of counted activities — log of bed days over those expected — moves after the last counted year:
/// with a share of the draws back to its own mean, in the others as a random walk that was counted with noise.
struct UseLevelInfo {
    std::string id;
    ServiceOrGroup service;
    Quantity returning;      ///< share of the draws
    Quantity spread, memory; ///< returning: standard deviation about the mean, correlation from one year to the next
    Quantity walk, noise;    ///< walking: standard deviations of a year's step and of a count
    Quantity common;         ///< share of a step's variance that is the same for all trusts
    int longest_lag = 0;     ///< years on that were scored: from then on the level stands still
};

/// How full like places were in the years and trusts that were counted: bed days over places and days, 5th to 95th
/// percentile.
struct SeenOccupancy {
    std::string id;
    std::vector<ServiceId> services;
    Quantity share;
};

/// Stays of a service, or of its heaviest patients, that a register has counted where they were treated.
struct SeenStays {
    std::string id;
    TrustId trust;
    ServiceId service;
    Quantity stays;
    Quantity days_per_stay; ///< bed days of the service a stay, over the region's mean
};

struct FlowInfo {
    std::string id;
    TrustId residence;
    ServiceId service;
    WhichTrust at;     ///< a trust, or outside
    Quantity level;    ///< unused if rest
    bool rest = false; ///< the level is 1 less those of the same residents' other places
    bool has_level = false;
    bool made_by_action = false; ///< nobody is treated there without the actions
};

struct StayInfo {
    ServiceId service;
    std::optional<WhichTrust> trust; ///< a trust or outside; none: everywhere else
    Quantity mean;
    care::StayShape shape = care::StayShape::lognormal;
    Quantity spread, long_share, long_ratio;
};

struct FactorInfo {
    std::string id;
    Text name;
    std::vector<ServiceId> services;
    Quantity effect;
    Period when; ///< counted by years (weight_by_year)
};

struct StockInfo {
    std::string id;
    Text name;
    ServiceId service;
    TrustId trust;
    Quantity growth;
};

struct TravelInfo {
    TrustId from;
    WhichTrust to; ///< a trust, or outside
    Quantity air;
};

struct OverflowInfo {
    TrustId trust;
    std::vector<ServiceId> services;
    std::vector<WhichTrust> order; ///< trusts, or outside
    Position at;
};

/// What is done with a figure that others report: shown beside ours, or outside what beds explain.
enum class Treatment { stated, not_modelled };
inline constexpr NameTable<Treatment, 2> treatment_names{
    {{Treatment::stated, "stated"}, {Treatment::not_modelled, "not-modelled"}}};

struct StatementInfo {
    std::string id;
    WhichTrust trust; ///< a trust, or the region
    std::string unit;
    Treatment treatment = Treatment::stated;
    Text name;
    int year = 0;
    Quantity figure;
    std::optional<Quantity> target;
};

/// The places that the region's own projection model asks for, as the region states them.
struct RegionModelInfo {
    std::string id;
    WhichTrust trust; ///< a trust, or the region
    ServiceOrGroup service;
    int year = 0;
    Quantity beds;
    Text reason; ///< why it differs from ours; may be empty
    Position year_at;
};

/// How much a projection that others have published lets bed days grow.
struct PublishedProjectionInfo {
    std::string id;
    WhichTrust trust; ///< a trust, or the region
    ServiceOrGroup service;
    int since = 0, year = 0;
    Quantity change; ///< of bed days from the first year to the second, over the first year's
    Text reason;     ///< why it differs from ours; may be empty
    Position year_at;
};

/// Staff years of one role that a needed bed asks for.
struct StaffingInfo {
    std::string id;
    std::vector<ServiceId> services;
    std::string role; ///< the same word for every service
    Text name;
    Quantity per_bed;
    Position role_at;
};

/// A scenario as a study uses it: checked, units converted, references resolved to ids.
struct Scenario {
    std::string id;
    Text title, description;
    int base_year = 0, last_year = 0, capacity_from = 0;
    std::uint32_t seed = 0;
    int draws = 0, replications = 0;
    Quantity warm_up;
    std::string region_name;
    demography::DriverSpread driver_spread;
    Quantity
        decline_full_to; ///< age up to which mortality's decline is whole; drawn where demography.other_decline knows it
    std::string variant; ///< SSB's letters for fertility, life expectancy, internal migration, immigration

    std::vector<TrustInfo> trusts;
    std::vector<ServiceInfo> services;
    std::vector<GroupInfo> groups;
    std::vector<UnitInfo> units;
    std::vector<ChangeInfo> changes; ///< by date
    std::vector<CountInfo> counts;
    std::vector<UtilisationInfo> utilisations;
    std::vector<ActivityInfo> activities;
    std::vector<SeenOccupancy> seen;      ///< at most one a service
    std::vector<SeenStays> seen_stays;    ///< at most one a trust and service
    std::vector<UseLevelInfo> use_levels; ///< at most one a service or group
    std::vector<FlowInfo> flows;
    std::vector<StayInfo> stays;
    std::vector<FactorInfo> factors;
    std::vector<StockInfo> stocks;
    std::vector<TravelInfo> travel;
    std::vector<OverflowInfo> overflows;
    std::vector<std::pair<int, Quantity>> elsewhere; ///< year, persons
    std::vector<StatementInfo> statements;
    std::vector<RegionModelInfo> region_models;
    std::vector<PublishedProjectionInfo> published;
    std::vector<StaffingInfo> staffing; ///< a role at most once a service
    std::vector<ActionInfo> actions;    ///< by first day, then by id

    demography::Inputs demography; ///< tables by year
    std::vector<std::string> use_rate_names;
    std::vector<demography::AgeSexTable> use_rates; ///< bed days per person-year

    std::vector<Quantity> assumptions; ///< every number of the files, in their order

    std::size_t years() const { return static_cast<std::size_t>(last_year - base_year + 1); }
    bool has_services() const { return !services.empty(); } ///< else the scenario is about people alone
    bool offers(TrustId trust, ServiceId service) const;

    const TrustInfo& of(TrustId trust) const { return trusts[trust.index()]; }
    const ServiceInfo& of(ServiceId service) const { return services[service.index()]; }
    const UnitInfo& of(UnitId unit) const { return units[unit.index()]; }
    /// As results and messages write it.
    std::string id_of(WhichTrust trust) const;
};

/// A number that tells a scenario's outcomes from another's: made of its seed, its years, the names of trusts, areas,
/// units and flows, every assumption, and the observed people by year and area. Other rates of people with the same sums
/// give the same number.
std::uint64_t fingerprint(const Scenario& scenario);

/// Actions that count, that `base` doesn't have, and that say what happens if something comes true.
bool has_effects_beside(const Scenario& scenario, const Scenario& base);
/// The scenario with only so much of what those are said to effect, 0–1; choices are as they are.
Scenario with_effects(Scenario scenario, const Scenario& base, double strength);

/// Planned utilisation and accepted risk are policy: the same in every draw.
const Quantity& utilisation_of(const Scenario& scenario, WhichTrust trust, ServiceId service);

/// The planned utilisation of a trust's service or group where all of its parts share one, interval included; nullptr
/// where they don't.
const Quantity* shared_utilisation(const Scenario& scenario, WhichTrust trust, const ServiceOrGroup& service);

} // namespace framsyn::study
