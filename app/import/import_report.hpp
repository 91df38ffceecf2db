#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/import/population_import.hpp"

namespace framsyn::app {

/// The table as a scenario has it: `trust,year,sex,age,persons`; a projection has `variant` in front, one without ages
/// is `variant,trust,year,persons`.
ResultFile import_file(const ImportedPopulation& imported, const std::string& name);

/// What the terminal says of it: sums by trust and year, what was left out, what agrees.
std::string import_report(const ImportedPopulation& imported, const std::string& out, const std::string& file,
                          Language language);

} // namespace framsyn::app
