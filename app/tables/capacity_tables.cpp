#include "app/tables/result_tables.hpp"

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

ResultFile capacity_table(const study::Study& study) {
    TidyTable table("capacity.csv", {"trust", "service", "tier", "year", "beds_mean", "beds_end"});
    for (const study::Cell& cell : cells_of(study.scenario(), study::CountedBy::treatment)) {
        if (!cell.trust.is_outside()) capacity_rows(table, study.scenario(), study.capacity(), cell);
    }
    return std::move(table).file();
}

ResultFile plan_table(const study::Scenario& scenario) {
    TidyTable table("plan.csv", {"id", "trust", "service", "site", "tier", "date", "beds", "plan", "status", "source",
                                 "label_nb", "label_en"});
    for (const study::ChangeInfo& change : scenario.changes) {
        const study::UnitInfo& unit = scenario.of(change.unit);
        table.row(change.id, scenario.of(unit.trust).id, scenario.of(unit.service).id, unit.site, "staffed",
                  iso(change.when.from), change.beds.value, name_in(study::plan_names, change.plan),
                  name_in(statuses, change.beds.status), change.beds.source, change.label.nb, change.label.en);
    }
    return std::move(table).file();
}

} // namespace framsyn::app
