#pragma once

#include "app/cells.hpp"

namespace framsyn::app {

/// How well a gap is known, strongest first; a region is as weak as its weakest trust.
enum class Evidence { sourced, derived, assumed, not_identified };

std::string evidence_name(Evidence evidence);

/// What is known of a trust's base-year activity for a service or group: its own entry, or its group's if the trust
/// offers nothing else of the group. nullptr if nothing is said.
const ActivityInfo* activity_of(const Scenario& scenario, std::size_t trust, const ServiceOrGroup& service);

/// Evidence of a cell's gap in a year. A group is judged on its own figures, not on its parts'.
Evidence evidence_of(const Scenario& scenario, const Cell& cell, int year);

} // namespace framsyn::app
