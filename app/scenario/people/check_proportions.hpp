#pragma once

#include "app/scenario/people/written_scenario.hpp"
#include "models/demography/project/project.hpp"

namespace framsyn::app {

/// What no table shows alone but gives away persons in the wrong unit: remarks, with the figure, its area and year, on
/// total fertility above 4, life expectancy at birth outside 60–100 years, more than a tenth of an area's people moving
/// in or out in a year, and a total that changes by more than 5 % in a year, observed years included. More than the
/// people themselves moving tenfold in a year is refused.
void check_proportions(const WrittenScenario& scenario, const demography::Inputs& inputs,
                       const demography::PopulationPath& path, Problems& problems, Problems& remarks);

} // namespace framsyn::app
