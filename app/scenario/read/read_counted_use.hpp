#pragma once

#include "app/scenario/people/table_cells.hpp"

namespace framsyn::app {

/// Fills what activities were counted to have in each year, from the table. Of an activity every year from its first to its
/// last must be there, none after the scenario's last; places and available days may be empty.
void read_counted_use(WrittenScenario& scenario, const TableText& source, Problems& problems);

/// Gives every activity whose level of use moves the interval of its later_use, as an assumption among the others.
void put_later_use(WrittenScenario& scenario, Problems& problems);

/// Whether the root file says the base year, or a file or an order on top of it another than its activities are of.
enum class BaseYear { as_written, moved };

/// Whether what [[activity]] and [[use_level]] say fits the counted years; problems at their lines.
void check_counted_use(const WrittenScenario& scenario, BaseYear base_year, Problems& problems, Problems& remarks);

} // namespace framsyn::app
