#pragma once

#include "models/capacity/bed_plan.hpp"
#include "models/study/scenario/cells.hpp"

namespace framsyn::study {

/// The scenario's beds by unit and day: its units and the changes that count.
capacity::BedPlan planned_beds(const Scenario& scenario);

/// Capacity of a cell in the mean over a year; nothing where it has no beds and no plan to (outside never has).
std::optional<double> mean_capacity(const capacity::BedPlan& plan, const Cell& cell, int year);

/// Beds of a cell through a part of a year.
struct BedsForATime {
    Date from;          ///< first day of the part
    double share = 1.0; ///< of the year's days
    double beds = 0.0;
};

/// The year cut where the cell's beds change; whole days, shares sum to 1. Nothing where the cell has no beds.
std::vector<BedsForATime> capacity_through(const Scenario& scenario, const capacity::BedPlan& plan, const Cell& cell,
                                           int year);

} // namespace framsyn::study
