#pragma once

#include "models/demography/cohorts.hpp"

#include <string>
#include <vector>

namespace framsyn::demography {

/// Death rates of a base period and how they go on. m(x, t) = m(x, base) · exp(−decline(x) · (t + ½ − base)) · index(area).
struct Mortality {
    AgeSexTable death_rate;     ///< central death rates of the base period, deaths per person-year
    AgeSexTable annual_decline; ///< relative decline a year (0.01 = 1 % lower each year)
    double base_time = 0.0;     ///< middle of the base period as a decimal year (2021.5 for 2019–2023)
    Eigen::ArrayXXd index;      ///< area × sex: local mortality relative to the table, at ages index_from_age and over
    int index_from_age = 70;    ///< below this age the area index doesn't apply
};

/// Age pattern of births and its level over time.
struct Fertility {
    AgeVector births_per_woman;          ///< by age 0–105, any total: only its shape counts
    std::vector<double> total_fertility; ///< children per woman, one for each projected year
    Eigen::ArrayXd index;                ///< by area: local level relative to the table
    double boys_per_girl = 1.06;
};

/// Moves of one year. Rates are per person on 1 January; shares say where internal movers go.
struct Migration {
    Cohorts internal_out_rate; ///< leaving the area for another modelled area
    Cohorts
        destination_share;   ///< of all internal movers of an age and sex, the share to each area; sums to 1 over areas
    Cohorts emigration_rate; ///< leaving for anywhere else
    Cohorts immigration;     ///< persons a year from anywhere else
};

struct Inputs {
    std::vector<std::string> areas;
    int first_year = 0;            ///< year of observed.front(), 1 January
    int last_year = 0;             ///< last 1 January to project to
    std::vector<Cohorts> observed; ///< consecutive years; the last one is where the projection starts
    Mortality mortality;
    Fertility fertility; ///< total_fertility[0] is the year that starts at the last observed 1 January
    Migration migration;

    int jump_off_year() const { return first_year + static_cast<int>(observed.size()) - 1; }
    int projected_years() const { return last_year - jump_off_year(); }
};

/// Multipliers on the three drivers in one demographic path: 1 everywhere is the main alternative.
struct Drivers {
    std::vector<double> fertility; ///< by projected year
    std::vector<double> mortality; ///< by projected year, on all death rates
    Eigen::ArrayXXd immigration;   ///< projected year × area
};

/// Size of the stochastic paths. All are standard deviations of logarithms.
struct DriverSpread {
    double fertility_step = 0.0;      ///< yearly step of a random walk
    double mortality_step = 0.0;      ///< yearly step of a random walk
    double immigration_sd = 0.0;      ///< stationary, common to all areas
    double immigration_area_sd = 0.0; ///< stationary, each area's own
    double immigration_memory = 0.0;  ///< correlation from one year to the next (first-order autoregression)
};

} // namespace framsyn::demography
