#include "app/tables/judged/counted_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/counted_years.hpp"

namespace framsyn::app {

TidyTable counted_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("counted.csv", keep);
    for (const study::CountedYearOfCell& row : study::counted_years(study)) {
        const study::Cell& cell = study.need()[row.cell].cell;
        table.row(study.scenario().id_of(cell.trust), cell.service.id, row.count.year, row.count.places,
                  row.count.available / days_in_year(row.count.year), row.count.bed_days, row.occupancy, row.need);
    }
    return table;
}

} // namespace framsyn::app
