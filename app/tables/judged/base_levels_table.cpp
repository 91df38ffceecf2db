#include "app/tables/judged/base_levels_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/draws/counted_year.hpp"
#include "models/study/verdict/base_level.hpp"

#include <cmath>
#include <limits>

namespace framsyn::app {
namespace {

/// Lowest and highest of a range; an end without limit is an empty cell.
double amount(const study::BaseEnd& end) {
    return std::isfinite(end.amount) ? end.amount : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

TidyTable base_levels_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("base_levels.csv", keep);
    const study::Scenario& scenario = study.scenario();
    const std::vector<double> occupied = study::occupied_beds_by_flow(scenario);
    for (const study::CellNeed& need : study.need()) {
        const study::Cell& cell = need.cell;
        if (!cell.trust.is_trust() || cell.service.services.size() != 1) continue;
        const auto level = study::base_level(scenario, cell.trust.trust(), cell.service.services.front(), occupied);
        if (!level) continue;
        for (const study::BaseRange& range : level->ranges) {
            // With few places more is needed than there is: there the mild end is the high one.
            const bool turned = level->unit == study::BaseUnit::beds;
            table.row(scenario.id_of(cell.trust), cell.service.id, name_in(study::range_names, range.kind),
                      amount(turned ? range.severe : range.mild), level->assumed,
                      amount(turned ? range.mild : range.severe), name_in(study::base_unit_names, level->unit));
        }
    }
    return table;
}

} // namespace framsyn::app
