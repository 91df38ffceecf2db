#include "app/tables/care_tables.hpp"

#include "app/tables/catalogue/catalogue.hpp"

namespace framsyn::app {

TidyTable care_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("care.csv", keep);
    for (const care::CareRow& row : study.care()) {
        const care::MeasureDefinition& measure = care::definition(row.measure);
        table.row(row.trust, row.service, row.year, std::string(measure.id), std::string(measure.unit), row.value.mean,
                  row.value.ci_low, row.value.ci_high, row.value.p10, row.value.p50, row.value.p90);
    }
    return table;
}

TidyTable care_by_site_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("care_by_site.csv", keep);
    for (const care::CareRow& row : study.care_by_site()) {
        const care::MeasureDefinition& measure = care::definition(row.measure);
        table.row(row.trust, row.service, row.site, row.year, std::string(measure.id), std::string(measure.unit),
                  row.value.mean, row.value.ci_low, row.value.ci_high, row.value.p10, row.value.p50, row.value.p90);
    }
    return table;
}

TidyTable flows_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("flows.csv", keep);
    for (const care::FlowRow& row : study.flows()) {
        table.row(row.from_trust, row.to_trust, row.service, row.year, row.reason, row.patients, row.bed_days);
    }
    return table;
}

} // namespace framsyn::app
