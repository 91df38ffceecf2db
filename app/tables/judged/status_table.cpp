#include "app/tables/judged/status_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "app/tables/judged/status_words.hpp"

namespace framsyn::app {

TidyTable status_table(const study::Study& study, const std::string& counts, bool keep) {
    TidyTable table = table_of("status.csv", keep);
    for (const study::StatusRow& row : study::annual_status(study)) {
        table.row(study.scenario().id_of(row.cell.trust), row.cell.service.id,
                  name_in(study::status_measures, row.measure), row.year, row.value, study::unit_of(row.measure),
                  name_in(study::standings, row.standing), status_source(row, study, counts).en);
    }
    return table;
}

} // namespace framsyn::app
