#pragma once

#include "models/demography/cohorts.hpp"

#include <string>
#include <vector>

namespace framsyn::backtest {

struct AgeGroup {
    std::string id, name;
    Eigen::Index from = 0, to = 0; ///< ages, both included
};

/// 0–4 to 85–89 and 90+ (first 19), then 67+, 80+ and all ages.
const std::vector<AgeGroup>& age_groups();
inline constexpr std::size_t five_year_groups = 19;
inline constexpr std::size_t group_67 = 19, group_80 = 20, group_all = 21;

/// Sums over the groups (rows) of each column, single ages in ascending order.
Eigen::ArrayXXd grouped(const demography::Cohorts& persons);

} // namespace framsyn::backtest
