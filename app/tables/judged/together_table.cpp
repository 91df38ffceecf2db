#include "app/tables/judged/together_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"

namespace framsyn::app {

TidyTable together_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("together.csv", keep);
    for (const study::Verdict& verdict : study.verdicts()) {
        if (!verdict.together) continue;
        const study::Cell& cell = study.need()[verdict.cell].cell;
        const study::Together& all = *verdict.together;
        for (const study::Rule rule : {study::Rule::utilisation, study::Rule::service_level}) {
            const study::OnePlace& mild = all.by(rule, false);
            const study::OnePlace& severe = all.by(rule, true);
            table.row(study.scenario().id_of(cell.trust), cell.service.id, verdict.year,
                      name_in(study::rule_names, rule), all.capacity, mild.need, severe.need,
                      all.capacity - severe.need, all.capacity - mild.need, mild.p, severe.p);
        }
    }
    return table;
}

} // namespace framsyn::app
