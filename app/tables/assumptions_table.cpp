#include "app/tables/result_tables.hpp"

namespace framsyn::app {

ResultFile assumptions_table(const WrittenScenario& scenario) {
    TidyTable table("assumptions.csv", {"key", "value", "low", "high", "unit", "status", "source"});
    for (const Quantity& quantity : scenario.assumptions) {
        table.row(quantity.address, quantity.value, quantity.low, quantity.high, unit_name(quantity.unit),
                  name_in(statuses, quantity.status), quantity.source);
    }
    for (const TableInfo& info : scenario.tables)
        table.row("table." + info.id, "", "", "", info.file, name_in(statuses, info.status), info.source);
    return std::move(table).file();
}

} // namespace framsyn::app
