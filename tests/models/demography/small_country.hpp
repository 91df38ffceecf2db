#pragma once

#include "models/demography/project/project.hpp"

namespace framsyn::demography::testing {

/// What tests change before the tables by year are made of it.
struct Country {
    Inputs inputs; ///< without rates by year
    Mortality mortality;
    Fertility fertility;

    Migration& migration() { return inputs.migration.front(); }
    std::vector<Cohorts>& observed() { return inputs.observed; }
    Inputs resolved() const {
        Inputs all = inputs;
        all.death_rates = death_rates(mortality, inputs.jump_off_year(), inputs.projected_years());
        all.fertility_rates = fertility_rates(fertility);
        return all;
    }
};

/// Areas without deaths, births or moves, one person of every age and sex; tests put in what they are about.
inline Country still_country(std::size_t areas, int first_year = 2020, int last_year = 2025) {
    Country country;
    Inputs& inputs = country.inputs;
    for (std::size_t a = 0; a < areas; ++a) inputs.areas.push_back("area-" + std::to_string(a));
    inputs.first_year = first_year;
    inputs.last_year = last_year;
    const auto columns = sex_count * static_cast<Eigen::Index>(areas);
    inputs.observed = {Cohorts::Ones(age_count, columns)};
    country.mortality.death_rate = AgeSexTable::Zero(age_count, 2);
    country.mortality.annual_decline = AgeSexTable::Zero(age_count, 2);
    country.mortality.base_time = first_year;
    country.mortality.index = Eigen::ArrayXXd::Ones(static_cast<Eigen::Index>(areas), 2);
    country.fertility.births_per_woman = AgeVector::Zero(age_count);
    country.fertility.births_per_woman(30) = 1.0;
    country.fertility.total_fertility.assign(static_cast<std::size_t>(last_year - first_year), 0.0);
    country.fertility.index = Eigen::ArrayXd::Ones(static_cast<Eigen::Index>(areas));
    inputs.migration.resize(1);
    inputs.migration[0].internal_out_rate = Cohorts::Zero(age_count, columns);
    inputs.migration[0].destination_share = Cohorts::Constant(age_count, columns, 1.0 / static_cast<double>(areas));
    inputs.migration[0].emigration_rate = Cohorts::Zero(age_count, columns);
    inputs.migration[0].immigration = Cohorts::Zero(age_count, columns);
    return country;
}

/// Everything at once: deaths, births, moves inside and across the border, all different by area, sex and age.
inline Country busy_country(std::size_t areas) {
    Country country = still_country(areas);
    Inputs& inputs = country.inputs;
    for (Eigen::Index age = 0; age < age_count; ++age) {
        const double x = static_cast<double>(age);
        country.mortality.death_rate(age, 0) = 0.002 + 0.0001 * x * x / 20.0;
        country.mortality.death_rate(age, 1) = 0.003 + 0.00012 * x * x / 20.0;
        country.mortality.annual_decline(age, 0) = 0.01;
        country.mortality.annual_decline(age, 1) = 0.015;
        for (Eigen::Index col = 0; col < inputs.observed[0].cols(); ++col) {
            const double c = static_cast<double>(col + 1);
            inputs.observed[0](age, col) = 100.0 * c + 7.0 * (105.0 - x);
            inputs.migration[0].internal_out_rate(age, col) = 0.001 * c + (age > 17 && age < 30 ? 0.05 : 0.0);
            inputs.migration[0].emigration_rate(age, col) = 0.002 * c;
            inputs.migration[0].immigration(age, col) = age < 70 ? 3.0 * c : 0.0;
        }
    }
    country.fertility.total_fertility.assign(country.fertility.total_fertility.size(), 1.7);
    country.mortality.index(0, 1) = 1.2;
    return country;
}

} // namespace framsyn::demography::testing
