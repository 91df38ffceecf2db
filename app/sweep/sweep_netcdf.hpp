#pragma once

#include "app/sweep/sweep_folder.hpp"

#include <string>

namespace framsyn::app {

/// Writes sweep.nc into the sweep's folder: dimensions point and those of the kept tables; parameters, seed, status and
/// failure by point; every kept column with unit and long name; design and provenance as attributes. The same bytes for any
/// chunks. Returns its path. Throws Failure.
std::string write_sweep_netcdf(const SweepFolder& folder, const SweepState& state);

} // namespace framsyn::app
