#pragma once

#include "app/scenario.hpp"

#include <functional>

namespace framsyn::app {

/// Where a table's text comes from: its id in the scenario → text and the name to say in messages.
struct TableText {
    std::string file;
    std::string text;
};
using TableSource = std::function<TableText(const std::string& id)>;

/// Fills scenario.demography and scenario.use_rates from the scenario's tables; ids that must be there are
/// required_tables(). Reports holes, repeated cells and impossible numbers at their line.
void read_tables(Scenario& scenario, const TableSource& source, Problems& problems);

const std::vector<std::string>& required_tables();

} // namespace framsyn::app
