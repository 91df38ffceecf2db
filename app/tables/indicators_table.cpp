#include "app/tables/indicators_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"

#include <limits>

namespace framsyn::app {

TidyTable indicators_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("indicators.csv", keep);
    for (const study::Indicator& indicator : study.indicators()) {
        table.row(indicator.id, study.scenario().id_of(indicator.trust), indicator.year, indicator.value,
                  indicator.unit, indicator.target.value_or(std::numeric_limits<double>::quiet_NaN()),
                  name_in(study::indicator_statuses, indicator.status));
    }
    return table;
}

} // namespace framsyn::app
