#pragma once

#include "models/demography/project/drivers.hpp"
#include "tests/backtest/method.hpp"

namespace framsyn::backtest {

/// Yearly step of log fertility: root mean square of error / √h over the official errors at age 0.
double fertility_step(const std::vector<OfficialError>& errors);

/// Yearly step of log mortality: for 80–89 and 90+ the root mean square of error / effect_of_mortality_step(h), and the
/// geometric mean of the two.
double mortality_step(const Country& country, const NationalRates& rates);

/// Standard deviation of the log of a group (ages from–to) after h years when log mortality is a random walk with step 1:
/// √Σ(s = 1…h) (Σ(k = 1…s) H_k)², H_k the mean hazard that the group's people met k years before.
double effect_of_mortality_step(const demography::Cohorts& persons, const demography::AgeSexTable& death_rate,
                                Eigen::Index from, Eigen::Index to, int h);

/// Yearly net moves below age 70 of each area (columns) and year (rows), persons.
Eigen::ArrayXXd yearly_net(const demography::NetMoves& moves);

/// Correlation from one year to the next of the sum of all areas, Σ d(t) d(t+1) / Σ d(t)², kept within 0–0.95.
double memory_of(const Eigen::ArrayXXd& yearly);

/// Common and own standard deviation of yearly net moves over arrivals (one number for each area), √ of the mean
/// covariance between areas and of the mean variance less it.
struct Deviations {
    double common = 0.0, own = 0.0;
};
Deviations deviations_of(const Eigen::ArrayXXd& yearly, const Eigen::ArrayXd& arrivals);

/// Arrivals from outside the set of areas, persons a year.
Eigen::ArrayXd arrivals_of(const demography::Migration& migration);

/// Standard error of the mean of n years with standard deviation sd and that memory.
double level_deviation(double sd, double memory, int n);

} // namespace framsyn::backtest
