#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/population_sample.hpp"

namespace framsyn::app {

/// Persons by single year of age in the main alternative, areas and their sum.
ResultFile population_table(const Scenario& scenario, const demography::PopulationPath& population);

/// Births, deaths and moves of each projected year in the main alternative.
ResultFile components_table(const Scenario& scenario, const demography::PopulationPath& population);

/// Quantiles over the draws of persons by age group, summed within a draw before they are taken.
ResultFile population_quantiles_table(const Scenario& scenario, const PopulationSample& sample);

/// Quantiles of what is said of a population in one number: old-age dependency and mean age.
ResultFile population_indicators_table(const Scenario& scenario, const PopulationSample& sample);

/// The finding for the terminal: how many people, and how many of them old, in the first and last year.
std::string population_summary(const Scenario& scenario, const PopulationSample& sample, Language language);

} // namespace framsyn::app
