#pragma once

#include "tests/migration_backtest/candidates.hpp"

#include <algorithm>
#include <functional>

namespace framsyn::migration_backtest {

enum Group { working_ages, over_65, over_80, all_born, groups };

/// What a method said of an area, in per cent of the persons that came: above 0 too many.
struct Scored {
    std::size_t area = 0;
    int origin = 0, horizon = 0;
    std::array<double, groups> error{};
};

/// Every forecast of a method from the first origin on, by origin, horizon, area.
std::vector<Scored> scored(const Data& data, const Areas& areas, int first_origin, Method method);

using Measure = std::function<double(const Scored&)>;
using Chosen = std::function<bool(const Scored&)>;

double deciding(const Scored& each);
Measure absolute_error(Group group);
Measure signed_error(Group group);
bool every(const Scored& each);

/// Mean over areas of the mean over horizons of the mean over origins.
double mean_of(const std::vector<Scored>& scores, const Measure& measure, const Chosen& chosen = every);

/// What one method is behind another in the deciding measure, and its standard error.
struct Behind {
    double value = 0.0, error_of_areas = 0.0, error_of_origins = 0.0;
    double error() const { return std::max(error_of_areas, error_of_origins); }
};
Behind behind(const std::vector<Scored>& scores, const std::vector<Scored>& best);

} // namespace framsyn::migration_backtest
