#pragma once

#include "models/values/name_table.hpp"

#include <string>

namespace framsyn::study {

/// What varies between draws, by what it is about: people (the projection's drivers), and the scenario's numbers.
enum class VarianceGroup { demography, level, rates, stays, factors };
inline constexpr NameTable<VarianceGroup, 5> variance_groups{{{VarianceGroup::demography, "demography"},
                                                              {VarianceGroup::level, "level"},
                                                              {VarianceGroup::rates, "rates"},
                                                              {VarianceGroup::stays, "stays"},
                                                              {VarianceGroup::factors, "factors"}}};

/// The group of the number at an address: demography for that section; level for flows, counts and a service's level; stays; factors for change factors,
/// growth of stocks and actions; rates for all others, which say how patients come and are taken in (share of
/// emergencies, limits of over-occupancy and waiting, travel).
VarianceGroup group_of(const std::string& address);

} // namespace framsyn::study
