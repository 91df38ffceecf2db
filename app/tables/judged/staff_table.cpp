#include "app/tables/judged/staff_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/staff.hpp"

namespace framsyn::app {

TidyTable staff_need_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("staff_need.csv", keep);
    for (const study::StaffNeed& row : study::staff_need(study)) {
        const study::Cell& cell = study.need()[row.cell].cell;
        table.row(study.scenario().id_of(cell.trust), cell.service.id, row.year, row.role, row.staff_years.median,
                  row.staff_years.p10, row.staff_years.p90);
    }
    return table;
}

} // namespace framsyn::app
