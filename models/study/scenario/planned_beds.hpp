#pragma once

#include "models/capacity/bed_plan.hpp"
#include "models/study/scenario/cells.hpp"

namespace framsyn::study {

/// The scenario's beds by unit and day: its units and the changes that count.
capacity::BedPlan planned_beds(const Scenario& scenario);

/// Capacity of a cell in the mean over a year; nothing where it has no beds and no plan to (outside never has).
std::optional<double> mean_capacity(const capacity::BedPlan& plan, const Cell& cell, int year);

} // namespace framsyn::study
