#include "app/tables/need_tables.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/answers/quantiles.hpp"

namespace framsyn::app {
namespace {

using study::CellNeed;
using study::SortedSample;
using study::Study;

std::string trust_of(const Study& study, std::size_t cell) {
    return study.scenario().id_of(study.need()[cell].cell.trust);
}
const std::string& service_of(const Study& study, std::size_t cell) {
    return study.need()[cell].cell.service.id;
}

TidyTable need_like_table(TidyTable table, const Study& study, const std::vector<CellNeed>& cells) {
    for (const CellNeed& need : cells) {
        for (std::size_t t = 0; t < study.scenario().years(); ++t) {
            const std::vector<double> days = need.bed_days.draws_of(t);
            const SortedSample sorted(days);
            table.row(study.scenario().id_of(need.cell.trust), need.cell.service.id,
                      study.scenario().base_year + static_cast<int>(t), study::mean_of(days), sorted.quantile(0.1),
                      sorted.quantile(0.9), study::mean_of(need.beds_at_utilisation.draws_of(t)),
                      study::mean_of(need.beds_at_service_level.draws_of(t)));
        }
    }
    return table;
}

constexpr double probabilities[] = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

void quantile_rows(TidyTable& table, const char* of, const std::string& trust, const std::string& service, int year,
                   const std::string& measure, const SortedSample& sample) {
    for (const double p : probabilities) table.row(of, trust, service, year, measure, p, sample.quantile(p));
}

} // namespace

TidyTable need_table(const Study& study, bool keep) {
    return need_like_table(table_of("need.csv", keep), study, study.need());
}

TidyTable need_by_residence_table(const Study& study, bool keep) {
    return need_like_table(table_of("need_by_residence.csv", keep), study, study.need_by_residence());
}

TidyTable gap_table(const Study& study, bool keep) {
    TidyTable table = table_of("gap.csv", keep);
    for (const study::Gap& gap : study.gaps()) {
        table.row(trust_of(study, gap.cell), service_of(study, gap.cell), gap.year, gap.capacity, gap.need.median,
                  gap.need.p10, gap.need.p90, gap.gap.median, gap.gap.p10, gap.gap.p90, gap.p_shortage,
                  name_in(study::rule_names, gap.rule), name_in(study::evidence_names, gap.evidence));
    }
    return table;
}

TidyTable gap_by_utilisation_table(const Study& study, bool keep) {
    TidyTable table = table_of("gap_by_utilisation.csv", keep);
    for (const study::GapAtUtilisation& gap : study.gaps_by_utilisation()) {
        table.row(trust_of(study, gap.cell), service_of(study, gap.cell), gap.year, gap.utilisation, gap.need, gap.gap,
                  gap.p_shortage, name_in(study::evidence_names, gap.evidence));
    }
    return table;
}

namespace {

TidyTable with_changes(TidyTable table, const Study& study, const std::vector<study::GapChange>& changes) {
    for (const study::GapChange& change : changes) {
        table.row(trust_of(study, change.cell), service_of(study, change.cell), change.year, change.capacity_change,
                  change.need_change.median, change.need_change.p10, change.need_change.p90, change.gap_change.median,
                  change.gap_change.p10, change.gap_change.p90, change.p_worse);
    }
    return table;
}

} // namespace

TidyTable change_table(const Study& study, bool keep) {
    return with_changes(table_of("change.csv", keep), study, study.changes());
}

TidyTable change_from_count_table(const Study& study, bool keep) {
    return with_changes(table_of("change_from_count.csv", keep), study, study.changes_from_count());
}

namespace {

/// Bands of what the gap is made of: the reserve by the service level beside that of planned utilisation.
void parts_rows(TidyTable& table, const Study& study) {
    for (const study::CellParts& parts : study.gap_parts()) {
        for (std::size_t t = parts.start; t < study.scenario().years(); ++t) {
            const auto rows = [&](const std::string& measure, const study::Series& beds) {
                quantile_rows(table, "gap_parts", trust_of(study, parts.cell), service_of(study, parts.cell),
                              study.scenario().base_year + static_cast<int>(t), measure,
                              SortedSample(beds.draws_of(t)));
            };
            for (const study::GapPart& part : parts.parts) rows(part.name, part.beds);
            rows("reserve", parts.reserve(study::Rule::utilisation));
            rows("reserve_service_level", parts.reserve(study::Rule::service_level));
        }
    }
}

} // namespace

TidyTable quantiles_table(const Study& study, bool keep) {
    TidyTable table = quantiles_without_parts_table(study, keep);
    parts_rows(table, study);
    return table;
}

TidyTable quantiles_without_parts_table(const Study& study, bool keep) {
    TidyTable table = table_of("quantiles.csv", keep);
    for (const CellNeed& need : study.need()) {
        for (std::size_t t = 0; t < study.scenario().years(); ++t) {
            quantile_rows(table, "need", study.scenario().id_of(need.cell.trust), need.cell.service.id,
                          study.scenario().base_year + static_cast<int>(t), "bed_days",
                          SortedSample(need.bed_days.draws_of(t)));
        }
    }
    for (const study::GapChange& row : study.changes()) {
        const CellNeed& need = study.need()[row.cell];
        const std::string trust = trust_of(study, row.cell);
        const std::string& service = need.cell.service.id;
        const auto t = static_cast<std::size_t>(row.year - study.scenario().base_year);
        quantile_rows(table, "gap", trust, service, row.year, "need",
                      SortedSample(need.beds_at_utilisation.draws_of(t)));
        quantile_rows(table, "gap", trust, service, row.year, "need_service_level",
                      SortedSample(need.beds_at_service_level.draws_of(t)));
        quantile_rows(table, "change", trust, service, row.year, "need_change",
                      SortedSample(need.beds_at_utilisation.change_since(row.since, t)));
    }
    return table;
}

} // namespace framsyn::app
