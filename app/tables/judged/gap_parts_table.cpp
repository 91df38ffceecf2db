#include "app/tables/judged/gap_parts_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"
#include "models/study/answers/quantiles.hpp"

namespace framsyn::app {

TidyTable gap_parts_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("gap_parts.csv", keep);
    for (const study::CellParts& parts : study.gap_parts()) {
        const study::Cell& cell = study.need()[parts.cell].cell;
        const std::string trust = study.scenario().id_of(cell.trust);
        for (std::size_t t = parts.start; t < study.scenario().years(); ++t) {
            const int year = study.scenario().base_year + static_cast<int>(t);
            for (const study::Rule rule : {study::Rule::utilisation, study::Rule::service_level}) {
                const auto row = [&](const std::string& name, study::PartKind kind, const study::Series& beds) {
                    table.row(trust, cell.service.id, year, name_in(study::rule_names, rule), name,
                              name_in(study::part_kinds, kind), study::mean_of(beds.draws_of(t)));
                };
                for (const study::GapPart& part : parts.parts) row(part.name, part.kind, part.beds);
                row("reserve", study::PartKind::policy, parts.reserve(rule));
            }
        }
    }
    return table;
}

} // namespace framsyn::app
