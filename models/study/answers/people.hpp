#pragma once

#include "models/study/answers/quantiles.hpp"
#include "models/study/draws/population_sample.hpp"

namespace framsyn::study {

/// Which sexes are counted: one of them (0 women, 1 men), or both.
inline constexpr std::size_t both_sexes = 2;

/// Persons of an age group on a 1 January (counted from the sample's first year) in every draw, summed within it.
SortedSample persons_by_draw(const AreaSample& area, std::size_t year, std::size_t sex, const AgeGroupOf& group);

/// Persons of 67 and over for each hundred aged 20–66, in every draw.
SortedSample old_age_dependency(const AreaSample& area, std::size_t year);

/// Mean age in years, in every draw.
SortedSample mean_age(const AreaSample& area, std::size_t year);

/// The group of the tables that goes by a name. Throws std::logic_error if none does.
const AgeGroupOf& group_named(const std::string& name);

} // namespace framsyn::study
