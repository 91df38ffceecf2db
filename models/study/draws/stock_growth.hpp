#pragma once

#include "models/study/draws/parameter_draw.hpp"
#include "models/study/scenario/scenario.hpp"

#include <vector>

namespace framsyn::study {

/// Whether a counted action says of a stock how it grows.
const ActionInfo* action_on_stock(const Scenario& scenario, std::size_t stock);

/// Occupied beds that a stock has more than in its last counted year (the base year where none later is known), by year from
/// the base year on; 0 in counted years. Without an action its growth each year.
/// From an action's day on another growth, or a share of a stock of persons N with N' = new − N / years, in closed form
/// N(s) = new · years + (N(0) − new · years) e^(−s / years) after s years.
std::vector<double> beds_added_by_stock(const Scenario& scenario, std::size_t stock, const ParameterDraw& draw);

} // namespace framsyn::study
