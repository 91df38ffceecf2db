#pragma once

#include "models/demography/cohorts.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace framsyn::demography {

/// Where people who leave an area for another modelled area go, as a full matrix: for each sex and span of ages a list
/// of (from, to, share), where the shares of every `from` sum to 1. Pairs that are absent are 0, so a sparse matrix
/// costs one multiplication per pair, age and sex; a full one areas² of them, where the pool costs areas.
struct DestinationMatrix {
    struct Move {
        std::size_t from = 0;
        std::size_t to = 0;
        double share = 0.0;
    };
    struct Block {
        Sex sex = Sex::female;
        Eigen::Index first_age = 0;
        Eigen::Index last_age = 0; ///< inclusive
        std::vector<Move> moves;
    };
    std::vector<Block> blocks; ///< every sex and age in exactly one
};

/// Moves of a calendar year. Rates are per person on 1 January; ages are those on 1 January. Newborn make half a year's
/// moves of age 0.
struct Migration {
    Cohorts internal_out_rate; ///< leaving the area for another modelled area
    /// Of all internal movers of an age and sex, the share to each area; sums to 1 over areas. Not used with a matrix.
    Cohorts destination_share;
    DestinationMatrix destinations; ///< instead of destination_share where it has blocks
    Cohorts emigration_rate;        ///< leaving for anywhere else
    Cohorts immigration;            ///< persons a year from anywhere else; follows the immigration driver
    /// Persons a year that are given as such, arriving (+) or leaving (−): a net migration table, a shock. Follows no
    /// driver. Empty is none.
    Cohorts net_persons;
    Cohorts newborn_net_persons; ///< 1 × column: the same for those born in the year; empty is none
};

/// Rates of one year, every different schedule once: areas with the same rates (municipalities of one trust) share one,
/// and a projection works it out once.
struct Schedules {
    Cohorts rates;                     ///< age × column: women and men of each schedule, or one column each (births)
    std::vector<Eigen::Index> of_area; ///< the schedule each area follows
};

/// The schedules in a table that has columns for every area: `width` for each (2 where the sexes differ).
Schedules shared_schedules(const Cohorts& by_area, Eigen::Index width);

/// The entry of a projected year in a list that has one for each, or one for all.
template <class T>
const T& of_year(const std::vector<T>& list, std::size_t projected_year) {
    return list.size() == 1 ? list.front() : list.at(projected_year);
}

/// What meets given totals on the last day of a year (rake.hpp): of each age on 31 December and column the persons times
/// `factor`, and `added` persons where there was nobody to multiply. Never takes more than there are.
struct Correction {
    Cohorts factor;
    Cohorts added;
};

/// How the death rates of all areas differ if mortality's decline goes on undiminished up to another age than it does in
/// Inputs::death_rates. A path takes what lies between two of the ages in a straight line.
struct OtherDecline {
    std::vector<double> full_to; ///< ages, ascending
    std::vector<std::vector<AgeSexTable>>
        factor; ///< [of full_to][projected year], on the death rates; 1 changes nothing
};

/// What a projection needs, resolved to a table for each projected year (year t goes from 1 January t to 1 January
/// t + 1); the builders below make them from base rates and trends.
struct Inputs {
    std::vector<std::string> areas;
    int first_year = 0;                     ///< year of observed.front(), 1 January
    int last_year = 0;                      ///< last 1 January to project to
    std::vector<Cohorts> observed;          ///< consecutive years; the last one is where the projection starts
    std::vector<Schedules> death_rates;     ///< [projected year] central death rates, deaths per person-year; by sex
    OtherDecline other_decline;             ///< empty: the decline is as it is
    std::vector<Schedules> fertility_rates; ///< [projected year] births per woman and year; one column a schedule
    double boys_per_girl = 1.06;
    std::vector<Migration> migration;   ///< one for all projected years, or one for each
    std::vector<Correction> correction; ///< [projected year]; booked as migration of its age and sex. Empty is none.

    int jump_off_year() const { return first_year + static_cast<int>(observed.size()) - 1; }
    int projected_years() const { return last_year - jump_off_year(); }
    const Migration& migration_in(std::size_t projected_year) const { return of_year(migration, projected_year); }
};

/// Death rates of a base period and how they go on: m(x, t) = m(x) · exp(−decline(x) · κ(t)) · index(area, x).
struct Mortality {
    AgeSexTable death_rate;     ///< central death rates of the base period, deaths per person-year
    AgeSexTable annual_decline; ///< relative decline a year (0.01 = 1 % lower each year)
    double base_time = 0.0;     ///< middle of the base period as a decimal year (2021.5 for 2019–2023)
    Eigen::ArrayXXd index;      ///< area × sex: local mortality relative to the table, at ages index_from_age and over
    int index_from_age = 70;    ///< below this age the area index doesn't apply
    /// κ by projected year: years of decline since the base period. Empty: t + ½ − base_time, the trend carried on.
    std::vector<double> years_of_decline;
};

/// Age pattern of births and its level over time.
struct Fertility {
    AgeVector births_per_woman;          ///< by age 0–105, any total: only its shape counts
    std::vector<double> total_fertility; ///< children per woman, one for each projected year
    Eigen::ArrayXd index;                ///< by area: local level relative to the table
};

/// Death rates for each projected year of the areas in mortality.index.
std::vector<Schedules> death_rates(const Mortality& mortality, int jump_off_year, int projected_years);

/// Death rates without index of one trend over those of another from the same base rates, by projected year; both have
/// years_of_decline.
std::vector<AgeSexTable> national_ratio(const Mortality& changed, const Mortality& as_it_is);

/// Births per woman and year for each year in fertility.total_fertility.
std::vector<Schedules> fertility_rates(const Fertility& fertility);

/// Says what is wrong with the shapes, signs or sums of the inputs; empty where nothing is. Rates must not be negative,
/// out-rates together at most 1, destination shares sum to 1 within 1e-6.
std::string fault_in(const Inputs& inputs);

} // namespace framsyn::demography
