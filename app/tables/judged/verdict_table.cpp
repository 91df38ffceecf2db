#include "app/tables/judged/verdict_table.hpp"

#include "app/tables/catalogue/catalogue.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

namespace framsyn::app {
namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// A number without limit is an empty cell.
double cell_of(std::optional<double> number) {
    return number && std::isfinite(*number) ? *number : absent;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

/// What stands in the columns of low and high.
struct Ends {
    double p_utilisation[2] = {absent, absent};
    double p_service_level[2] = {absent, absent};
    double gap[2] = {absent, absent};
    std::string range;
};

Ends ends_of(const study::Verdict& verdict, bool is_region) {
    Ends ends;
    if (!verdict.bounds) return ends;
    const study::Outcome& mild = verdict.bounds->mild;
    const study::Outcome& severe = verdict.bounds->severe;
    ends.p_utilisation[0] = std::min(mild.p_utilisation, severe.p_utilisation);
    ends.p_utilisation[1] = std::max(mild.p_utilisation, severe.p_utilisation);
    ends.p_service_level[0] = std::min(mild.p_service_level, severe.p_service_level);
    ends.p_service_level[1] = std::max(mild.p_service_level, severe.p_service_level);
    if (is_region) return ends;
    ends.gap[0] = cell_of(severe.gap);
    ends.gap[1] = cell_of(mild.gap);
    ends.range = name_in(study::range_names, verdict.bounds->range);
    return ends;
}

} // namespace

TidyTable verdict_table(const study::Study& study, bool keep) {
    TidyTable table = table_of("verdict.csv", keep);
    for (const study::Verdict& verdict : study.verdicts()) {
        const study::Cell& cell = study.need()[verdict.cell].cell;
        const Ends ends = ends_of(verdict, cell.trust.is_region());
        const auto& tips = verdict.tips;
        table.row(study.scenario().id_of(cell.trust), cell.service.id, verdict.year,
                  name_in(study::verdict_names, verdict.judged.word),
                  verdict.judged.reason ? name_in(study::tight_reasons, *verdict.judged.reason) : "",
                  verdict.known ? verdict.known->p_utilisation : absent,
                  verdict.known ? verdict.known->p_service_level : absent, ends.p_utilisation[0], ends.p_utilisation[1],
                  ends.p_service_level[0], ends.p_service_level[1], ends.gap[0], ends.gap[1], ends.range,
                  tips ? cell_of(tips->utilisation) : absent, tips ? cell_of(tips->service_level) : absent,
                  tips ? name_in(study::base_unit_names, tips->unit) : "", joined(verdict.depends_on));
    }
    return table;
}

} // namespace framsyn::app
