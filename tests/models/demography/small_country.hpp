#pragma once

#include "models/demography/project.hpp"

namespace framsyn::demography::testing {

/// Areas without deaths, births or moves, one person of every age and sex; tests put in what they are about.
inline Inputs still_country(std::size_t areas, int first_year = 2020, int last_year = 2025) {
    Inputs inputs;
    for (std::size_t a = 0; a < areas; ++a) inputs.areas.push_back("area-" + std::to_string(a));
    inputs.first_year = first_year;
    inputs.last_year = last_year;
    const auto columns = sex_count * static_cast<Eigen::Index>(areas);
    inputs.observed = {Cohorts::Ones(age_count, columns)};
    inputs.mortality.death_rate = AgeSexTable::Zero(age_count, 2);
    inputs.mortality.annual_decline = AgeSexTable::Zero(age_count, 2);
    inputs.mortality.base_time = first_year;
    inputs.mortality.index = Eigen::ArrayXXd::Ones(static_cast<Eigen::Index>(areas), 2);
    inputs.fertility.births_per_woman = AgeVector::Zero(age_count);
    inputs.fertility.births_per_woman(30) = 1.0;
    inputs.fertility.total_fertility.assign(static_cast<std::size_t>(last_year - first_year), 0.0);
    inputs.fertility.index = Eigen::ArrayXd::Ones(static_cast<Eigen::Index>(areas));
    inputs.migration.internal_out_rate = Cohorts::Zero(age_count, columns);
    inputs.migration.destination_share = Cohorts::Constant(age_count, columns, 1.0 / static_cast<double>(areas));
    inputs.migration.emigration_rate = Cohorts::Zero(age_count, columns);
    inputs.migration.immigration = Cohorts::Zero(age_count, columns);
    return inputs;
}

/// Everything at once: deaths, births, moves inside and across the border, all different by area, sex and age.
inline Inputs busy_country(std::size_t areas) {
    Inputs inputs = still_country(areas);
    for (Eigen::Index age = 0; age < age_count; ++age) {
        const double x = static_cast<double>(age);
        inputs.mortality.death_rate(age, 0) = 0.002 + 0.0001 * x * x / 20.0;
        inputs.mortality.death_rate(age, 1) = 0.003 + 0.00012 * x * x / 20.0;
        inputs.mortality.annual_decline(age, 0) = 0.01;
        inputs.mortality.annual_decline(age, 1) = 0.015;
        for (Eigen::Index col = 0; col < inputs.observed[0].cols(); ++col) {
            const double c = static_cast<double>(col + 1);
            inputs.observed[0](age, col) = 100.0 * c + 7.0 * (105.0 - x);
            inputs.migration.internal_out_rate(age, col) = 0.001 * c + (age > 17 && age < 30 ? 0.05 : 0.0);
            inputs.migration.emigration_rate(age, col) = 0.002 * c;
            inputs.migration.immigration(age, col) = age < 70 ? 3.0 * c : 0.0;
        }
    }
    inputs.fertility.total_fertility.assign(inputs.fertility.total_fertility.size(), 1.7);
    inputs.mortality.index(0, 1) = 1.2;
    return inputs;
}

} // namespace framsyn::demography::testing
