#pragma once

#include "app/ground/tidy_table.hpp"
#include "app/scenario/people/written_scenario.hpp"
#include "models/study/study.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// The names of the tables that a study has, as in the catalogue but the longest to make first: need and what follows
/// from it only where the scenario has services, those of care only where care is simulated.
std::vector<std::string> tables_of(const study::Study& study);

/// One of them; `keep` asks for its rows as values too. `study` is that of `scenario`.
TidyTable result_table(const std::string& file, const WrittenScenario& scenario, const study::Study& study, bool keep);

/// Those that are about people alone: the same for scenarios with the same population.
std::vector<std::string> tables_of_people();

struct TablesAsked {
    bool rows = true;   ///< kept as values, of those that are sheets of the workbook
    bool people = true; ///< those of tables_of_people() too
    bool apart = true;  ///< those that take the study apart too, which projects its people twice more
};

/// All of them, made side by side by the study's runner.
std::vector<TidyTable> result_tables(const WrittenScenario& scenario, const study::Study& study,
                                     const TablesAsked& asked = {});

} // namespace framsyn::app
