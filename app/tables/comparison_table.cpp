#include "app/tables/comparison_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"

namespace framsyn::app {

std::vector<ScenarioComparison> with_weaker(const std::string& id, const std::vector<study::ComparisonRow>& rows,
                                            const std::vector<study::WeakerEffects>& weaker) {
    std::vector<ScenarioComparison> all{{id, rows}};
    for (const study::WeakerEffects& each : weaker)
        all.push_back({id + (each.strength > 0.0 ? "@half" : "@none"), each.rows});
    return all;
}

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

TidyTable regret_table(const std::vector<study::RegretRow>& rows, bool keep) {
    TidyTable table = table_of("regret.csv", keep);
    for (const study::RegretRow& row : rows) {
        table.row(row.scenario, name_in(study::future_names, row.future), row.trust, row.service, row.year,
                  name_in(study::rule_names, row.rule), row.judged ? "yes" : "no", row.capacity, row.need, row.shortage,
                  row.empty, row.regret_shortage, row.regret_empty);
    }
    return table;
}

} // namespace framsyn::app
