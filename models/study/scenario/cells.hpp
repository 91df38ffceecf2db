#pragma once

#include "models/study/scenario/scenario.hpp"

namespace framsyn::study {

/// A row of the results: one trust or the region, and one service or group.
struct Cell {
    WhichTrust trust;
    ServiceOrGroup service;
};

/// Whether need is counted where patients are treated, or where they live.
enum class CountedBy { treatment, residence };

/// Every cell in the order of the results: trusts as in the scenario, then the region, then outside (treatment only);
/// services as in the scenario, each group before its first part. Pairs that nobody uses and no unit offers are left out.
std::vector<Cell> cells_of(const Scenario& scenario, CountedBy counted_by);

/// Services and groups in the order of the results.
std::vector<ServiceOrGroup> services_and_groups(const Scenario& scenario);

} // namespace framsyn::study
