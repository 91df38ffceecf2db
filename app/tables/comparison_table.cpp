#include "app/tables/comparison_table.hpp"

#include "app/tables/catalogue.hpp"

namespace framsyn::app {

TidyTable comparison_table(const std::vector<ScenarioComparison>& scenarios, bool keep) {
    TidyTable table = table_of("comparison.csv", keep);
    for (const ScenarioComparison& of : scenarios) {
        for (const study::ComparisonRow& row : of.rows) {
            table.row(of.scenario, row.trust, row.service, row.year, row.measure, row.unit, row.base, row.alternative,
                      row.difference, row.low, row.high, name_in(study::paired_by_names, row.basis),
                      static_cast<int>(row.pairs));
        }
    }
    return table;
}

} // namespace framsyn::app
