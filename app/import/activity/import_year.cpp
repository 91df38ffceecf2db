#include "app/import/activity/import_year.hpp"

#include "app/import/activity/activity_file.hpp"
#include "app/import/activity/catchment_import.hpp"
#include "app/import/activity/use_import.hpp"
#include "app/import/read_statbank.hpp"

#include <fmt/format.h>

namespace framsyn::app {
namespace {

/// Throws what has been found wrong so far.
void stop_at(const Problems& problems) {
    if (!problems.empty()) throw BadInput(problems);
}

YearImport activity(const YearOrder& order, const StatbankTable& table, Language language, Problems& problems) {
    const TrustMap map = read_trust_map(order.mapping.text, order.mapping.name, problems);
    stop_at(problems);
    const ImportedActivity imported = import_activity(table, map, order.years, problems);
    stop_at(problems);
    const YearPlan plan = plan_year(imported, order.base, order.file.name, problems);
    stop_at(problems);
    return {activity_file(imported, plan, order.out, order.extends, language),
            activity_report(imported, plan, order.out, order.file.name, language),
            plan.base_year,
            "",
            {"13942",
             imported.years,
             {"plasser og oppholdsdøgn", "places and bed days"},
             order.file.name,
             order.day,
             plan.base_year}};
}

YearImport catchments(const YearOrder& order, const StatbankTable& table, Language language, Problems& problems) {
    const TrustMap map = read_trust_map(order.mapping.text, order.mapping.name, problems);
    stop_at(problems);
    const ImportedCatchments imported = import_catchments(table, map, order.years, problems);
    stop_at(problems);
    return {catchment_file(imported, order.out), catchment_report(imported, order.out, order.file.name, language)};
}

YearImport use(const YearOrder& order, const StatbankTable& table, Language language, Problems& problems) {
    const ImportedUse imported = import_use(table,
                                            {order.regions, order.population.text, order.population.name,
                                             order.rates.text, order.rates.name, order.service},
                                            order.years, problems);
    stop_at(problems);
    return {
        use_file(imported, order.out),
        use_report(imported, order.out, order.file.name, language),
        0,
        fmt::format("SSB tabell 14820 (CC BY 4.0), snitt av {}: {}", fmt::join(imported.years, ", "), order.service),
        {"14820",
         imported.years,
         {fmt::format("bruk etter alder ({}), snitt", order.service),
          fmt::format("use by age ({}), mean", order.service)},
         order.file.name,
         order.day,
         0}};
}

} // namespace

const std::vector<std::string>& year_tables() {
    static const std::vector<std::string> names{"ssb-13942", "ssb-13982", "ssb-14820"};
    return names;
}

YearImport import_year(const YearOrder& order, Language language) {
    Problems problems;
    const StatbankTable table = read_statbank(order.file.text, order.file.name, problems);
    stop_at(problems);
    if (order.table == "ssb-13942") return activity(order, table, language, problems);
    if (order.table == "ssb-13982") return catchments(order, table, language, problems);
    return use(order, table, language, problems);
}

} // namespace framsyn::app
