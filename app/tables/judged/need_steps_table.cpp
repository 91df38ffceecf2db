#include "app/tables/judged/need_steps_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/answers/quantiles.hpp"

namespace framsyn::app {

TidyTable need_steps_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("need_steps.csv", keep);
    for (const study::CellSteps& steps : study.need_steps()) {
        const study::Cell& cell = study.need()[steps.cell].cell;
        for (std::size_t t = 0; t < study.scenario().years(); ++t) {
            const auto row = [&](const char* step, const study::Series& days) {
                table.row(study.scenario().id_of(cell.trust), cell.service.id,
                          study.scenario().base_year + static_cast<int>(t), step, study::mean_of(days.draws_of(t)));
            };
            row("demography", steps.demography);
            row("factors", steps.factors);
            row("stocks", steps.stocks);
            row("actions", steps.actions);
        }
    }
    return table;
}

} // namespace framsyn::app
