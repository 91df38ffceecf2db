#include "app/tables/capacity_tables.hpp"

#include "app/tables/catalogue/catalogue.hpp"

#include <fmt/format.h>

namespace framsyn::app {
namespace {

std::string iso(const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// Staffed and surge rows of a trust's (or the region's) cell in one year.
void capacity_rows(TidyTable& table, const study::Scenario& scenario, const capacity::BedPlan& plan,
                   const study::Cell& cell) {
    const std::string trust = scenario.id_of(cell.trust);
    for (int year = scenario.capacity_from; year <= scenario.last_year; ++year) {
        if (const auto beds = plan.staffed_sum(cell.trust, cell.service.services, year)) {
            table.row(trust, cell.service.id, "staffed", year, beds->mean, beds->end);
        }
    }
    for (int year = scenario.capacity_from; year <= scenario.last_year; ++year) {
        if (const auto beds = plan.surge_sum(cell.trust, cell.service.services, year)) {
            table.row(trust, cell.service.id, "surge", year, *beds, *beds);
        }
    }
}

} // namespace

TidyTable capacity_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("capacity.csv", keep);
    for (const study::Cell& cell : cells_of(study.scenario(), study::CountedBy::treatment)) {
        if (!cell.trust.is_outside()) capacity_rows(table, study.scenario(), study.capacity(), cell);
    }
    return table;
}

TidyTable plan_table(const study::Scenario& scenario, bool keep) {
    TidyTable table = table_of("plan.csv", keep);
    for (const study::ChangeInfo& change : scenario.changes) {
        const study::UnitInfo& unit = scenario.of(change.unit);
        table.row(change.id, scenario.of(unit.trust).id, scenario.of(unit.service).id, unit.site, "staffed",
                  iso(change.when.from), change.beds.value, name_in(study::plan_names, change.plan),
                  name_in(statuses, change.beds.status), change.beds.source, change.label.nb, change.label.en);
    }
    return table;
}

} // namespace framsyn::app
