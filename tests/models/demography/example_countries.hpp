#pragma once

#include "models/demography/rates/graduation.hpp"
#include "models/demography/rates/life_table.hpp"
#include "tests/models/demography/leslie_reference.hpp"

#include <algorithm>
#include <cmath>
#include <string>

// Countries made up for comparing the annual projection from graduated tables with the textbook's in five-year steps.

namespace framsyn::demography::testing {

/// A country as a statistical office publishes it: 0, 1–4, 5–9, … for deaths, 0–4, 5–9, … for all else, last group open.
struct AbridgedCountry {
    std::string name;
    leslie::People people;
    leslie::Numbers women_dying, men_dying;   ///< central death rates
    leslie::Numbers fertility;                ///< births per woman and year
    leslie::Numbers women_moving, men_moving; ///< net migrants a year
};

inline std::vector<AgeGroup> five_year_groups(Eigen::Index open) {
    std::vector<AgeGroup> groups;
    for (Eigen::Index from = 0; from < open; from += 5) groups.push_back({from, from + 4});
    groups.push_back({open, oldest_age});
    return groups;
}

inline std::vector<AgeGroup> life_table_groups(Eigen::Index open) {
    std::vector<AgeGroup> groups = five_year_groups(open);
    groups[0] = {1, 4};
    groups.insert(groups.begin(), {0, 0});
    return groups;
}

inline leslie::Numbers group_sums(const std::vector<AgeGroup>& groups, const AgeVector& values) {
    leslie::Numbers sums;
    for (const AgeGroup& group : groups) sums.push_back(values.segment(group.from, group.to - group.from + 1).sum());
    return sums;
}

/// Rates of groups: single-year rates weighted with the population they make.
inline leslie::Numbers group_rates(const std::vector<AgeGroup>& groups, const AgeVector& rate, Sex sex) {
    const AgeVector alive = stationary_population(rate, sex);
    leslie::Numbers deaths = group_sums(groups, rate * alive);
    const leslie::Numbers years = group_sums(groups, alive);
    for (std::size_t g = 0; g < deaths.size(); ++g) deaths[g] /= years[g];
    return deaths;
}

/// Siler's hazard with a ceiling of 1: infants, a constant, ageing.
struct Siler {
    double infants, fall, constant, ageing, rise;
};

inline AgeVector siler_rates(const Siler& s) {
    AgeVector rate(age_count);
    for (Eigen::Index age = 0; age < age_count; ++age) {
        const double x = static_cast<double>(age) + 0.5;
        const double old = s.ageing * std::exp(s.rise * x);
        rate(age) = s.infants * std::exp(-s.fall * x) + s.constant + old / (1.0 + old);
    }
    return rate;
}

/// Rates by five-year group from 0–4 on (above 0 at 15–49) that add up to so many children per woman.
inline leslie::Numbers fertility_of(double children, double mean_age, double spread, std::size_t groups) {
    leslie::Numbers rates(groups, 0.0);
    double sum = 0.0;
    for (std::size_t g = 3; g < 10; ++g) {
        const double z = (5.0 * static_cast<double>(g) + 2.5 - mean_age) / spread;
        rates[g] = std::exp(-0.5 * z * z);
        sum += 5.0 * rates[g];
    }
    for (double& rate : rates) rate *= children / sum;
    return rates;
}

/// How many were born in each of the past years.
enum class Births { growth, ageing, baby_boom };

/// Births so many years ago, relative to now.
inline double cohort(Births history, double years_ago) {
    if (history == Births::growth) return std::exp(-0.025 * years_ago);
    if (history == Births::ageing) return 1.0 + 0.9 * std::exp(-0.5 * std::pow((years_ago - 52.0) / 14.0, 2));
    double births = 1.0 - 0.002 * years_ago;
    if (years_ago >= 47.0 && years_ago < 64.0) births *= 1.5;  // a boom that starts and ends within a year
    if (years_ago >= 66.0 && years_ago < 71.0) births *= 0.75; // a war
    if (years_ago >= 20.0 && years_ago < 32.0) births *= 1.15; // the boom's echo
    return births;
}

/// migration: net migrants a year as a share of the population, at 20–34, as many women as men.
inline AbridgedCountry country(const std::string& name, Births history, const Siler& women, const Siler& men,
                               double children, double mean_age, double migration, Eigen::Index open = 100) {
    const std::vector<AgeGroup> groups = five_year_groups(open);
    AgeVector cohorts(age_count);
    for (Eigen::Index age = 0; age < age_count; ++age)
        cohorts(age) = 1e5 * cohort(history, static_cast<double>(age) + 0.5);
    AbridgedCountry result;
    result.name = name;
    const AgeVector women_rate = siler_rates(women), men_rate = siler_rates(men);
    result.people.women = group_sums(groups, cohorts * stationary_population(women_rate, Sex::female));
    result.people.men = group_sums(groups, 1.05 * cohorts * stationary_population(men_rate, Sex::male));
    result.women_dying = group_rates(life_table_groups(open), women_rate, Sex::female);
    result.men_dying = group_rates(life_table_groups(open), men_rate, Sex::male);
    result.fertility = fertility_of(children, mean_age, 6.0, groups.size());
    double total = 0.0;
    for (std::size_t g = 0; g < groups.size(); ++g) total += result.people.women[g] + result.people.men[g];
    result.women_moving = leslie::Numbers(groups.size(), 0.0);
    result.women_moving[4] = 0.5 * migration * total * 0.35;
    result.women_moving[5] = 0.5 * migration * total * 0.40;
    result.women_moving[6] = 0.5 * migration * total * 0.25;
    result.men_moving = result.women_moving;
    return result;
}

inline constexpr Siler poor_women{0.10, 1.3, 0.0025, 7e-5, 0.090}, poor_men{0.11, 1.3, 0.0030, 9e-5, 0.090};
inline constexpr Siler rich_women{0.004, 2.0, 0.0001, 4e-6, 0.118}, rich_men{0.005, 2.0, 0.0002, 9e-6, 0.112};

inline std::vector<AbridgedCountry> example_countries(Eigen::Index open = 100) {
    return {country("young and growing", Births::growth, poor_women, poor_men, 5.0, 28.5, 0.0, open),
            country("young, people leaving", Births::growth, poor_women, poor_men, 5.0, 28.5, -0.005, open),
            country("old and shrinking", Births::ageing, rich_women, rich_men, 1.3, 31.0, 0.0, open),
            country("old, people coming", Births::ageing, rich_women, rich_men, 1.3, 31.0, 0.005, open),
            country("baby boom and war", Births::baby_boom, rich_women, rich_men, 1.8, 29.5, 0.0, open)};
}

} // namespace framsyn::demography::testing
