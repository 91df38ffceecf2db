#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <vector>

namespace framsyn::demography {

/// Single years of age 0–105, the last class open (105 = 105 and over).
inline constexpr Eigen::Index age_count = 106;
inline constexpr Eigen::Index oldest_age = age_count - 1;

enum class Sex : int { female = 0, male = 1 };
inline constexpr Eigen::Index sex_count = 2;

/// One number per age (rows, 0–105+) and per area and sex (columns, see column()): persons, rates or shares.
using Cohorts = Eigen::ArrayXXd;
/// One number per age (rows) and sex (columns female, male).
using AgeSexTable = Eigen::Array<double, Eigen::Dynamic, 2>;
/// One number per age.
using AgeVector = Eigen::ArrayXd;

/// The column of Cohorts that holds an area's women or men.
constexpr Eigen::Index column(Eigen::Index area, Sex sex) {
    return sex_count * area + static_cast<Eigen::Index>(sex);
}
constexpr Eigen::Index column(std::size_t area, Sex sex) {
    return column(static_cast<Eigen::Index>(area), sex);
}

/// Sum of all entries of one column in ascending age: the order is written down because it decides the last bit.
inline double sum_over_ages(const Cohorts& cohorts, Eigen::Index col) {
    double sum = 0.0;
    for (Eigen::Index age = 0; age < cohorts.rows(); ++age) sum += cohorts(age, col);
    return sum;
}

/// Persons in one area: women, then men.
inline double persons_in_area(const Cohorts& cohorts, std::size_t area) {
    return sum_over_ages(cohorts, column(area, Sex::female)) + sum_over_ages(cohorts, column(area, Sex::male));
}

} // namespace framsyn::demography
