#pragma once

#include "models/demography/project/project.hpp"
#include "models/need/expected_use.hpp"
#include "models/need/need_path.hpp"

namespace framsyn::need {

/// Framskrevet behov (official steps 1 and 2): demography, then change factors and added stocks.
/// The population must cover the base year's 1 January to that after the last year.
NeedPath project_need(const demography::PopulationPath& population, const Inputs& inputs);
/// The same from the use that those people would have.
NeedPath project_need(const ExpectedUse& use, const Inputs& inputs);

} // namespace framsyn::need
