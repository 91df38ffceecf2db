#pragma once

#include "app/scenario/read/scenario.hpp"

namespace framsyn::app {

/// A row of the results: one trust or the region, and one service or group.
struct Cell {
    std::optional<std::size_t> trust; ///< none: the region; need::outside: every provider beyond it
    ServiceOrGroup service;

    bool is_region() const { return !trust; }
};

/// Where patients are treated, or where they live.
enum class Place { treatment, residence };

/// Every cell in the order of the results: trusts as in the scenario, then the region, then outside (treatment only);
/// services as in the scenario, each group before its first part. Pairs that nobody uses and no unit offers are left out.
std::vector<Cell> cells_of(const Scenario& scenario, Place place);

std::string trust_id(const Scenario& scenario, const Cell& cell);

/// Services and groups in the order of the results.
std::vector<ServiceOrGroup> services_and_groups(const Scenario& scenario);

} // namespace framsyn::app
