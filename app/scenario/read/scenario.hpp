#pragma once

#include "app/scenario/people/population_plan.hpp"
#include "app/scenario/read/differences.hpp"
#include "app/scenario/text/read_quantity.hpp"
#include "models/demography/project/drivers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

struct TrustInfo {
    std::string id, name, short_name;
    Quantity fertility_index, mortality_index_female, mortality_index_male;
};

struct ServiceInfo {
    std::string id;
    Text name;
    Text beds_name; ///< what its beds are called
    bool simulated = true;
    std::string use_rate_name; ///< one of Scenario::use_rate_names
    Quantity level, utilisation, risk;
    bool waits_when_full = false; ///< the service-level rule: Erlang C instead of B
    Quantity emergency_share, over_occupancy, max_wait, warm_up, cell_time, cell_rate;
    std::vector<std::string> when_full;
};

struct GroupInfo {
    std::string id;
    Text name;
    std::vector<std::size_t> parts; ///< services
};

struct UnitInfo {
    std::string id;
    std::size_t trust = 0;
    std::size_t service = 0;
    std::string site;
    Quantity beds;
    std::optional<Quantity> surge; ///< total in beredskap
    Quantity open_share;
};

struct ChangeInfo {
    std::string id;
    std::size_t unit = 0;
    Date date;
    Quantity beds;
    std::string plan; ///< observed, decided, planned or possible
    Text label;

    bool counts() const { return plan != "possible"; }
};

/// A service or a group, where a scenario may name either: the services that it stands for.
struct ServiceOrGroup {
    std::string id;
    std::vector<std::size_t> services;
    bool group = false;
};

struct CountInfo {
    std::string id;
    std::size_t trust = 0;
    ServiceOrGroup service;
    int year = 0;
    Quantity beds;
};

struct UtilisationInfo {
    std::size_t trust = 0;
    ServiceOrGroup service;
    Quantity utilisation;
};

struct ActivityInfo {
    std::string id;
    std::size_t trust = 0;
    ServiceOrGroup service;
    std::string basis;
    std::optional<Quantity> bed_days;
    Text note;

    /// The base-year gap is fixed by a guess: never a finding.
    bool not_identified() const {
        return basis == "split" || basis == "beds-times-occupancy" || basis == "capacity-from-activity";
    }
};

struct FlowInfo {
    std::string id;
    std::size_t residence = 0;
    std::size_t service = 0;
    std::size_t at = 0; ///< a trust, or need::outside
    Quantity level;     ///< unused if rest
    bool rest = false;  ///< the level is 1 less those of the same residents' other places
    bool has_level = false;
};

struct StayInfo {
    std::size_t service = 0;
    std::optional<std::size_t> trust; ///< a trust or need::outside; none: everywhere else
    Quantity mean;
    std::string shape;
    Quantity spread, long_share, long_ratio;
};

struct FactorInfo {
    std::string id;
    Text name;
    std::vector<std::size_t> services;
    Quantity effect;
    int from_year = 0;
    int full_year = 0;
};

struct StockInfo {
    std::string id;
    Text name;
    std::size_t service = 0;
    std::size_t trust = 0;
    Quantity growth;
};

struct TravelInfo {
    std::size_t from = 0;
    std::size_t to = 0; ///< a trust, or need::outside
    Quantity air;
};

struct OverflowInfo {
    std::size_t trust = 0;
    std::vector<std::size_t> services;
    std::vector<std::size_t> order; ///< trusts, or need::outside
};

struct StatementInfo {
    std::string id, trust, unit, treatment;
    Text name;
    int year = 0;
    Quantity figure;
    std::optional<Quantity> target;
};

struct TableInfo {
    std::string id, file, source;
    Status status = Status::assumed;
    Position at;
};

/// A file that the scenario was read from, for the manifest.
struct InputFile {
    std::string path; ///< relative to the scenario's folder
    std::string text;
};

/// A scenario as the program uses it: checked, units converted, references resolved to indices.
struct Scenario {
    std::string id;
    Text title, description;
    int base_year = 0, last_year = 0, capacity_from = 0;
    std::uint32_t seed = 0;
    int draws = 0, replications = 0;
    Quantity warm_up;
    std::string region_name;
    Position variant_at;
    demography::DriverSpread driver_spread;
    PopulationPlan population;

    std::vector<TrustInfo> trusts;
    std::vector<ServiceInfo> services;
    std::vector<GroupInfo> groups;
    std::vector<UnitInfo> units;
    std::vector<ChangeInfo> changes; ///< by date
    std::vector<CountInfo> counts;
    std::vector<UtilisationInfo> utilisations;
    std::vector<ActivityInfo> activities;
    std::vector<FlowInfo> flows;
    std::vector<StayInfo> stays;
    std::vector<FactorInfo> factors;
    std::vector<StockInfo> stocks;
    std::vector<TravelInfo> travel;
    std::vector<OverflowInfo> overflows;
    std::vector<std::pair<int, Quantity>> elsewhere; ///< year, persons
    std::vector<StatementInfo> statements;
    std::vector<TableInfo> tables;

    demography::Inputs demography; ///< the population plan, resolved to tables by year
    std::vector<std::string> use_rate_names;
    std::vector<demography::AgeSexTable> use_rates; ///< bed days per person-year

    std::vector<Quantity> assumptions; ///< every number of the files, in their order
    std::vector<InputFile> files;
    std::string compared_with;           ///< the file that this one extends, or the file itself
    std::vector<Difference> differences; ///< from that file, by extension and command line
    Problems remarks;                    ///< what may not be meant, though it can be run

    std::size_t years() const { return static_cast<std::size_t>(last_year - base_year + 1); }
    bool has_services() const { return !services.empty(); } ///< else the scenario is about people alone
    bool offers(std::size_t trust, std::size_t service) const;
};

/// What was said on the command line instead of in the file.
struct Overrides {
    std::vector<std::string> set; ///< KEY=VALUE
    std::optional<int> replications;
    std::optional<std::uint32_t> seed;
};

/// Reads a scenario file, those it extends and its tables. Throws BadInput with every problem found.
Scenario read_scenario(const std::string& path, const Overrides& overrides);

} // namespace framsyn::app
