#include "app/tables/result_tables.hpp"

#include "app/tables/assumptions_table.hpp"
#include "app/tables/capacity_tables.hpp"
#include "app/tables/care_tables.hpp"
#include "app/tables/catalogue/catalogue.hpp"
#include "app/tables/indicators_table.hpp"
#include "app/tables/judged/base_levels_table.hpp"
#include "app/tables/judged/bases_table.hpp"
#include "app/tables/judged/counted_table.hpp"
#include "app/tables/judged/decomposition_table.hpp"
#include "app/tables/judged/enough_places_table.hpp"
#include "app/tables/judged/gap_parts_table.hpp"
#include "app/tables/judged/need_steps_table.hpp"
#include "app/tables/judged/published_table.hpp"
#include "app/tables/judged/staff_table.hpp"
#include "app/tables/judged/status_table.hpp"
#include "app/tables/judged/together_table.hpp"
#include "app/tables/judged/verdict_table.hpp"
#include "app/tables/need_tables.hpp"
#include "app/tables/population_tables.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <stdexcept>

namespace framsyn::app {
namespace {

/// What a table needs to be there.
enum class Of { people, services, staff, published, apart, care, nothing };

struct Maker {
    std::string_view file;
    Of of;
    TidyTable (*make)(const WrittenScenario& scenario, const study::Study& study, bool keep);
    /// Instead, where the study isn't taken apart.
    TidyTable (*in_one_piece)(const study::Study& study, bool keep) = nullptr;
};

template <TidyTable (*Make)(const study::Study&, bool)>
TidyTable from_study(const WrittenScenario&, const study::Study& study, bool keep) {
    return Make(study, keep);
}

std::string source_of_counts(const WrittenScenario& scenario) {
    for (const TableInfo& table : scenario.tables) {
        if (table.id == "counted-use") return table.source;
    }
    return "";
}

constexpr auto makers = std::to_array<Maker>({
    {"population_quantiles.csv", Of::people, from_study<population_quantiles_table>},
    {"population.csv", Of::people, from_study<population_table>},
    {"components.csv", Of::people, from_study<components_table>},
    {"population_indicators.csv", Of::people, from_study<population_indicators_table>},
    {"need.csv", Of::services, from_study<need_table>},
    {"need_by_residence.csv", Of::services, from_study<need_by_residence_table>},
    {"capacity.csv", Of::services, from_study<capacity_table>},
    {"plan.csv", Of::services,
     [](const WrittenScenario& scenario, const study::Study&, bool keep) { return plan_table(scenario, keep); }},
    {"gap.csv", Of::services, from_study<gap_table>},
    {"verdict.csv", Of::services, from_study<verdict_table>},
    {"enough_places.csv", Of::services, from_study<enough_places_table>},
    {"together.csv", Of::services, from_study<together_table>},
    {"base_levels.csv", Of::services, from_study<base_levels_table>},
    {"gap_parts.csv", Of::apart, from_study<gap_parts_table>},
    {"need_steps.csv", Of::apart, from_study<need_steps_table>},
    {"decomposition.csv", Of::apart, from_study<decomposition_table>},
    {"decomposition_beds.csv", Of::apart, from_study<decomposition_beds_table>},
    {"gap_by_utilisation.csv", Of::services, from_study<gap_by_utilisation_table>},
    {"change.csv", Of::services, from_study<change_table>},
    {"change_from_count.csv", Of::services, from_study<change_from_count_table>},
    {"bases.csv", Of::services, from_study<bases_table>},
    {"counted.csv", Of::services, from_study<counted_table>},
    {"status.csv", Of::services,
     [](const WrittenScenario& scenario, const study::Study& study, bool keep) {
         return status_table(study, source_of_counts(scenario), keep);
     }},
    {"published.csv", Of::published, from_study<published_table>},
    {"staff_need.csv", Of::staff, from_study<staff_need_table>},
    {"quantiles.csv", Of::services, from_study<quantiles_table>, quantiles_without_parts_table},
    {"indicators.csv", Of::services, from_study<indicators_table>},
    {"care.csv", Of::care, from_study<care_table>},
    {"care_by_site.csv", Of::care, from_study<care_by_site_table>},
    {"flows.csv", Of::care, from_study<flows_table>},
    {"assumptions.csv", Of::nothing,
     [](const WrittenScenario& scenario, const study::Study&, bool keep) { return assumptions_table(scenario, keep); }},
});

bool is_there(const Maker& maker, const study::Study& study) {
    if (maker.of == Of::care) return study.has_care();
    if (maker.of == Of::staff) return !study.scenario().staffing.empty();
    if (maker.of == Of::published) return !study.scenario().published.empty();
    return (maker.of != Of::services && maker.of != Of::apart) || study.scenario().has_services();
}

/// What tables print, made before they are written side by side: one thread may ask a study. A new part that a table
/// asks for is named here.
void prepare(const study::Study& study, const TablesAsked& asked) {
    study.population();
    if (asked.people) study.population_sample();
    if (!study.scenario().has_services()) return;
    study.need_by_residence();
    study.gaps();
    study.changes();
    study.changes_from_count();
    study.gaps_by_utilisation();
    study.verdicts();
    if (asked.apart) study.gap_parts();
    study.care_by_site();
    study.flows();
    study.reproductions();
    study.indicators();
}

} // namespace

std::vector<std::string> tables_of(const study::Study& study) {
    std::vector<std::string> files;
    for (const Maker& maker : makers) {
        if (is_there(maker, study)) files.emplace_back(maker.file);
    }
    return files;
}

namespace {

const Maker& maker_of(const std::string& file, const study::Study& study) {
    const auto maker = std::find_if(makers.begin(), makers.end(), [&](const Maker& m) { return m.file == file; });
    if (maker == makers.end() || !is_there(*maker, study)) throw std::invalid_argument("no table " + file);
    return *maker;
}

} // namespace

TidyTable result_table(const std::string& file, const WrittenScenario& scenario, const study::Study& study, bool keep) {
    return maker_of(file, study).make(scenario, study, keep);
}

std::vector<std::string> tables_of_people() {
    std::vector<std::string> files;
    for (const Maker& maker : makers) {
        if (maker.of == Of::people) files.emplace_back(maker.file);
    }
    return files;
}

std::vector<TidyTable> result_tables(const WrittenScenario& scenario, const study::Study& study,
                                     const TablesAsked& asked) {
    prepare(study, asked);
    std::vector<std::string> files;
    for (const Maker& maker : makers) {
        const bool is_asked = (asked.people || maker.of != Of::people) && (asked.apart || maker.of != Of::apart);
        if (is_there(maker, study) && is_asked) files.emplace_back(maker.file);
    }
    std::vector<std::optional<TidyTable>> made(files.size());
    study.runner()(study::Stage::cells, {0, files.size()}, [&](std::size_t i) {
        const Maker& maker = maker_of(files[i], study);
        const bool keep = asked.rows && !entry_of(files[i]).sheet.nb.empty();
        made[i] =
            maker.in_one_piece && !asked.apart ? maker.in_one_piece(study, keep) : maker.make(scenario, study, keep);
    });
    std::vector<TidyTable> tables;
    for (std::optional<TidyTable>& table : made) tables.push_back(std::move(*table));
    return tables;
}

} // namespace framsyn::app
