#include "app/tables/assumptions_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"

#include <limits>

namespace framsyn::app {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

} // namespace

TidyTable assumptions_table(const WrittenScenario& scenario, bool keep) {
    TidyTable table = table_of("assumptions.csv", keep);
    for (const Quantity& quantity : scenario.assumptions) {
        table.row(quantity.address, quantity.value, quantity.low, quantity.high, unit_name(quantity.unit),
                  name_in(statuses, quantity.status), quantity.source);
    }
    for (const TableInfo& info : scenario.tables)
        table.row("table." + info.id, none, none, none, info.file, name_in(statuses, info.status), info.source);
    return table;
}

} // namespace framsyn::app
