#pragma once

#include "models/study/scenario/cells.hpp"

namespace framsyn::study {

/// How well a gap is known, strongest first; a region is as weak as its weakest trust.
enum class Evidence { sourced, derived, assumed, not_identified };

inline constexpr NameTable<Evidence, 4> evidence_names{{{Evidence::sourced, "sourced"},
                                                        {Evidence::derived, "derived"},
                                                        {Evidence::assumed, "assumed"},
                                                        {Evidence::not_identified, "not-identified"}}};

/// What is known of a trust's base-year activity for a service or group: its own entry, or its group's if the trust
/// offers nothing else of the group. nullptr if nothing is said.
const ActivityInfo* activity_of(const Scenario& scenario, TrustId trust, const ServiceOrGroup& service);

/// Evidence of a cell's gap in a year. A group is judged on its own figures, not on its parts'.
Evidence evidence_of(const Scenario& scenario, const Cell& cell, int year);

} // namespace framsyn::study
