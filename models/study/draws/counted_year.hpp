#pragma once

#include "models/study/scenario/scenario.hpp"

#include <vector>

namespace framsyn::study {

/// What the flows of the main alternative give in the base year beside what was counted.
struct CountedYear {
    std::size_t activity = 0; ///< index into Scenario::activities
    double counted = 0.0;     ///< bed days
    double flows = 0.0;       ///< bed days, before they are held to the count

    double factor() const { return counted / flows; }
    /// Within the interval of the count; within a tenth of it where it has none.
    bool fits(const Quantity& count) const;
};

/// One for each [[activity]] that holds its bed days (all but splits), in their order.
std::vector<CountedYear> counted_year(const Scenario& scenario);

/// Beds that each flow's patients occupy in the base year of the main alternative, stocks left aside: [flow].
std::vector<double> occupied_beds_by_flow(const Scenario& scenario);

/// Beds that patients occupy in the base year of the main alternative, stocks left aside: [trust][service].
std::vector<std::vector<double>> occupied_beds_in_base_year(const Scenario& scenario);

} // namespace framsyn::study
