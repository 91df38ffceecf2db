#include "app/tables/judged/enough_places_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"

#include <algorithm>
#include <limits>

namespace framsyn::app {

TidyTable enough_places_table(const study::Study& study, bool keep) {
    constexpr double absent = std::numeric_limits<double>::quiet_NaN();
    TidyTable table = table_of("enough_places.csv", keep);
    for (const study::Verdict& verdict : study.verdicts()) {
        if (!verdict.enough_mild || !verdict.enough_severe) continue;
        const study::Cell& cell = study.need()[verdict.cell].cell;
        for (const study::Rule rule : {study::Rule::utilisation, study::Rule::service_level}) {
            for (std::size_t i = 0; i < study::limits_of_p.size(); ++i) {
                const double mild = verdict.enough_mild->by(rule)[i];
                const double severe = verdict.enough_severe->by(rule)[i];
                const bool is_known = verdict.known.has_value();
                table.row(study.scenario().id_of(cell.trust), cell.service.id, verdict.year,
                          name_in(study::rule_names, rule), study::limits_of_p[i], is_known ? mild : absent,
                          is_known ? absent : std::min(mild, severe), is_known ? absent : std::max(mild, severe));
            }
        }
    }
    return table;
}

} // namespace framsyn::app
