#include "app/tables/result_tables.hpp"

namespace framsyn::app {

ResultFile care_table(const study::Study& study) {
    TidyTable table("care.csv",
                    {"trust", "service", "year", "measure", "unit", "mean", "ci_low", "ci_high", "p10", "p50", "p90"});
    for (const care::CareRow& row : study.care()) {
        const care::MeasureDefinition& measure = care::definition(row.measure);
        table.row(row.trust, row.service, row.year, std::string(measure.id), std::string(measure.unit), row.value.mean,
                  row.value.ci_low, row.value.ci_high, row.value.p10, row.value.p50, row.value.p90);
    }
    return std::move(table).file();
}

ResultFile care_by_site_table(const study::Study& study) {
    TidyTable table("care_by_site.csv", {"trust", "service", "site", "year", "measure", "unit", "mean", "ci_low",
                                         "ci_high", "p10", "p50", "p90"});
    for (const care::CareRow& row : study.care_by_site()) {
        const care::MeasureDefinition& measure = care::definition(row.measure);
        table.row(row.trust, row.service, row.site, row.year, std::string(measure.id), std::string(measure.unit),
                  row.value.mean, row.value.ci_low, row.value.ci_high, row.value.p10, row.value.p50, row.value.p90);
    }
    return std::move(table).file();
}

ResultFile flows_table(const study::Study& study) {
    TidyTable table("flows.csv", {"from_trust", "to_trust", "service", "year", "reason", "patients", "bed_days"});
    for (const care::FlowRow& row : study.flows()) {
        table.row(row.from_trust, row.to_trust, row.service, row.year, row.reason, row.patients, row.bed_days);
    }
    return std::move(table).file();
}

} // namespace framsyn::app
