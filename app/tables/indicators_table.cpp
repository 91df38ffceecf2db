#include "app/tables/result_tables.hpp"

#include <limits>

namespace framsyn::app {

ResultFile indicators_table(const study::Study& study) {
    TidyTable table("indicators.csv", {"indicator", "trust", "year", "value", "unit", "target", "status"});
    for (const study::Indicator& indicator : study.indicators()) {
        table.row(indicator.id, study.scenario().id_of(indicator.trust), indicator.year, indicator.value,
                  indicator.unit, indicator.target.value_or(std::numeric_limits<double>::quiet_NaN()),
                  name_in(study::verdict_names, indicator.verdict));
    }
    return std::move(table).file();
}

} // namespace framsyn::app
