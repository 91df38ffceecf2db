#pragma once

#include "models/demography/inputs.hpp"

namespace framsyn::demography {

/// Whether two projections are the same, number for number: then so is every path of theirs with the same drivers.
bool same(const Inputs& a, const Inputs& b);

/// Whether tables have the same shape and numbers.
bool same(const Cohorts& a, const Cohorts& b);

} // namespace framsyn::demography
