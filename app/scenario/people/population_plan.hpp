#pragma once

#include "app/scenario/text/read_quantity.hpp"
#include "models/demography/project/rake.hpp"
#include "models/demography/rates/graduation.hpp"
#include "models/values/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::app {

/// A level at the start of a year: medium, and the low and high alternatives where they are given.
struct YearLevel {
    int year = 0;
    Quantity medium;
    std::optional<Quantity> low, high;
    Position at;
};

/// A dated what-if on top of the projection: a refugee wave, a new mine, young people leaving.
struct PopulationShock {
    std::string id;
    Text name;
    TrustId trust;
    int from_year = 0; ///< calendar years, both included
    int to_year = 0;
    int age_from = 0; ///< on 1 January, both included
    int age_to = 0;
    std::optional<Quantity> persons;        ///< a year, arriving (+) or leaving (−)
    std::optional<Quantity> leaving_factor; ///< multiplies the out-rates
};

/// Persons by age group, before they are split into single ages.
struct GroupedPopulation {
    std::size_t trust = 0;
    std::size_t sex = 0;
    std::size_t year = 0; ///< of `observed`
    std::vector<demography::AgeGroup> groups;
    std::vector<double> persons;
    Position at;
};

/// Which years of the table `deaths` give the level of mortality and its trend (Lee–Carter).
struct MortalityEstimate {
    int base_from = 0, base_to = 0;         ///< pooled for the level
    int trend_from = 0, trend_to = 0;       ///< fitted
    int excluded_from = 0, excluded_to = 0; ///< a pandemic, weight zero in the trend; 0: none
};

/// The yearly decline of death rates if it is whole up to an age.
struct DeclineTo {
    double age = 0.0;
    demography::AgeSexTable annual_decline;
};

/// What the scenario says of people, before variants, levels and shocks are made into tables for each year.
struct PopulationPlan {
    std::string variant; ///< SSB's letters for fertility, life expectancy, internal migration, immigration
    int first_year = 0;
    std::vector<demography::Cohorts> observed;
    demography::Spread within_groups = demography::Spread::even;
    std::vector<GroupedPopulation> grouped; ///< what of `observed` was given by age group
    double boys_per_girl = 0.0;
    demography::Mortality mortality;
    MortalityEstimate mortality_estimate;
    std::vector<DeclineTo> other_declines; ///< ages ascending; what the decline is if it is whole up to there
    std::vector<YearLevel> life_expectancy_levels;
    demography::AgeVector births_per_woman;
    std::vector<YearLevel> fertility_levels;
    demography::Migration migration;
    std::vector<YearLevel> immigration_levels; ///< multiples of the table
    std::optional<Quantity> internal_low, internal_high;
    std::vector<PopulationShock> shocks;
    // Tables that give every year as such, instead of a base and a trend: one entry for each projected year, or none.
    std::vector<demography::Cohorts> death_rates, fertility_rates;
    std::vector<demography::Migration> net_migration;
    Position net_migration_at;
    bool net_migration_at_end = false;               ///< the table's ages are those on the 1 January that ends a period
    std::vector<demography::PopulationTotal> totals; ///< official totals to rake to
    int totals_full_year = 0;
    std::vector<Position> totals_at; ///< where each of them ends

    int jump_off_year() const { return first_year + static_cast<int>(observed.size()) - 1; }
};

} // namespace framsyn::app
