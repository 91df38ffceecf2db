#include "app/tables/judged/bases_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/bases.hpp"

namespace framsyn::app {

TidyTable bases_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("bases.csv", keep);
    for (const study::GapAtBase& row : study::gaps_at_bases(study)) {
        const study::Cell& cell = study.need()[row.cell].cell;
        table.row(study.scenario().id_of(cell.trust), cell.service.id, row.year,
                  name_in(study::gap_base_names, row.base), name_in(study::rule_names, row.rule), row.need, row.gap);
    }
    return table;
}

} // namespace framsyn::app
