#include "app/evidence.hpp"
#include "app/tables/result_tables.hpp"
#include "sim/experiment/experiment.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <functional>
#include <stdexcept>

namespace framsyn::app {
namespace {

const std::array<std::string, 2> sex_names{"female", "male"};

std::string iso(const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// Staffed and surge rows of a trust's (or the region's) cell in one year.
void capacity_rows(TidyTable& table, const Scenario& scenario, const CapacityPlan& plan, const Cell& cell) {
    const std::string trust = trust_id(scenario, cell);
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

nlohmann::ordered_json service_json(const std::string& id, const Text& name, const Text& beds, bool simulated,
                                    bool group) {
    return {{"id", id},           {"group", group},     {"name_nb", name.nb},    {"name_en", name.en},
            {"unit_nb", beds.nb}, {"unit_en", beds.en}, {"simulated", simulated}};
}

/// A cell's planned utilisation where all of its parts share one, and what is said at its figure.
nlohmann::ordered_json cell_json(const Scenario& scenario, const Cell& cell) {
    nlohmann::ordered_json json{{"trust", trust_id(scenario, cell)}, {"service", cell.service.id}};
    if (cell.trust) {
        const Quantity& first = utilisation_of(scenario, *cell.trust, cell.service.services.front());
        bool shared = true;
        for (const std::size_t service : cell.service.services)
            shared = shared && utilisation_of(scenario, *cell.trust, service).value == first.value;
        if (shared) {
            json["utilisation"] = first.value;
            json["utilisation_low"] = first.low;
            json["utilisation_high"] = first.high;
        }
        if (const ActivityInfo* activity = activity_of(scenario, *cell.trust, cell.service);
            activity && !activity->note.nb.empty()) {
            json["note_nb"] = activity->note.nb;
            json["note_en"] = activity->note.en.empty() ? activity->note.nb : activity->note.en;
        }
    }
    if (!cell.service.group) json["risk"] = scenario.services[cell.service.services.front()].risk.value;
    return json;
}

} // namespace

ResultFile capacity_table(const Scenario& scenario, const CapacityPlan& plan) {
    TidyTable table("capacity.csv", {"trust", "service", "tier", "year", "beds_mean", "beds_end"});
    for (const Cell& cell : cells_of(scenario, Place::treatment)) {
        if (cell.trust && *cell.trust == need::outside) continue;
        capacity_rows(table, scenario, plan, cell);
    }
    return std::move(table).file();
}

ResultFile plan_table(const Scenario& scenario) {
    TidyTable table("plan.csv", {"id", "trust", "service", "site", "tier", "date", "beds", "plan", "status", "source",
                                 "label_nb", "label_en"});
    for (const ChangeInfo& change : scenario.changes) {
        const UnitInfo& unit = scenario.units[change.unit];
        table.row(change.id, scenario.trusts[unit.trust].id, scenario.services[unit.service].id, unit.site, "staffed",
                  iso(change.date), change.beds.value, change.plan, name_in(statuses, change.beds.status),
                  change.beds.source, change.label.nb, change.label.en);
    }
    return std::move(table).file();
}

ResultFile care_table(const std::vector<care::CareRow>& rows) {
    TidyTable table("care.csv",
                    {"trust", "service", "year", "measure", "unit", "mean", "ci_low", "ci_high", "p10", "p50", "p90"});
    for (const care::CareRow& row : rows) {
        const care::MeasureDefinition& measure = care::definition(row.measure);
        table.row(row.trust, row.service, row.year, std::string(measure.id), std::string(measure.unit), row.value.mean,
                  row.value.ci_low, row.value.ci_high, row.value.p10, row.value.p50, row.value.p90);
    }
    return std::move(table).file();
}

ResultFile care_by_site_table(const std::vector<care::CareRow>& rows) {
    TidyTable table("care_by_site.csv", {"trust", "service", "site", "year", "measure", "unit", "mean", "ci_low",
                                         "ci_high", "p10", "p50", "p90"});
    for (const care::CareRow& row : rows) {
        const care::MeasureDefinition& measure = care::definition(row.measure);
        table.row(row.trust, row.service, row.site, row.year, std::string(measure.id), std::string(measure.unit),
                  row.value.mean, row.value.ci_low, row.value.ci_high, row.value.p10, row.value.p50, row.value.p90);
    }
    return std::move(table).file();
}

ResultFile flows_table(const std::vector<care::FlowRow>& rows) {
    TidyTable table("flows.csv", {"from_trust", "to_trust", "service", "year", "reason", "patients", "bed_days"});
    for (const care::FlowRow& row : rows) {
        table.row(row.from_trust, row.to_trust, row.service, row.year, row.reason, row.patients, row.bed_days);
    }
    return std::move(table).file();
}

ResultFile assumptions_table(const Scenario& scenario) {
    TidyTable table("assumptions.csv", {"key", "value", "low", "high", "unit", "status", "source"});
    for (const Quantity& quantity : scenario.assumptions) {
        table.row(quantity.address, quantity.value, quantity.low, quantity.high, unit_name(quantity.unit),
                  name_in(statuses, quantity.status), quantity.source);
    }
    for (const TableInfo& info : scenario.tables)
        table.row("table." + info.id, "", "", "", info.file, name_in(statuses, info.status), info.source);
    return std::move(table).file();
}

ResultFile context_file(const Scenario& scenario, const NeedSample& need, bool simulated) {
    using Json = nlohmann::ordered_json;
    Json json{{"schema", 1},
              {"scenario",
               {{"id", scenario.id},
                {"title_nb", scenario.title.nb},
                {"title_en", scenario.title.en},
                {"description_nb", scenario.description.nb},
                {"description_en", scenario.description.en}}},
              {"base_year", scenario.base_year},
              {"last_observed_population_year", scenario.demography.jump_off_year()},
              {"population_last_year", scenario.demography.last_year}};
    for (int year = scenario.base_year; year <= scenario.last_year; ++year) json["years"].push_back(year);
    json["variant"] = scenario.population.variant;
    json["compared_with"] = scenario.compared_with;
    json["differences"] = Json::array();
    for (const Difference& difference : scenario.differences) {
        json["differences"].push_back(
            {{"key", difference.key}, {"before", difference.before}, {"after", difference.after}});
    }
    json["draws"] = scenario.draws;
    json["replications"] = simulated ? scenario.replications : 0;
    json["seed"] = scenario.seed;
    for (const TrustInfo& trust : scenario.trusts)
        json["trusts"].push_back({{"id", trust.id}, {"name", trust.name}, {"short", trust.short_name}});
    json["region"] = {{"id", "region"}, {"name", scenario.region_name}};
    json["services"] = Json::array();
    json["cells"] = Json::array();
    for (const ServiceOrGroup& entry : services_and_groups(scenario)) {
        if (!entry.group) {
            const ServiceInfo& service = scenario.services[entry.services.front()];
            json["services"].push_back(
                service_json(service.id, service.name, service.beds_name, service.simulated, false));
            continue;
        }
        for (const GroupInfo& group : scenario.groups) {
            if (group.id != entry.id) continue;
            Json item =
                service_json(group.id, group.name, scenario.services[group.parts.front()].beds_name, true, true);
            for (const std::size_t part : group.parts) item["parts"].push_back(scenario.services[part].id);
            json["services"].push_back(item);
        }
    }
    for (const CellNeed& cell : need.treatment) {
        if (!cell.cell.trust || *cell.cell.trust == need::outside) continue;
        json["cells"].push_back(cell_json(scenario, cell.cell));
    }
    json["indicators"] = Json::array();
    for (const StatementInfo& statement : scenario.statements) {
        json["indicators"].push_back(
            {{"id", statement.id}, {"name_nb", statement.name.nb}, {"name_en", statement.name.en}});
    }
    json["stocks"] = Json::array();
    for (const StockInfo& stock : scenario.stocks) {
        const double beds = stock.growth.value * (scenario.last_year - scenario.base_year);
        json["stocks"].push_back({{"id", stock.id},
                                  {"name_nb", stock.name.nb},
                                  {"name_en", stock.name.en},
                                  {"service", scenario.services[stock.service].id},
                                  {"trust", scenario.trusts[stock.trust].id},
                                  {"occupied_beds_in_last_year", beds}});
    }
    Json counts{{"observed", 0}, {"published", 0}, {"derived", 0}, {"assumed", 0}};
    for (const Quantity& quantity : scenario.assumptions)
        counts[name_in(statuses, quantity.status)] = counts[name_in(statuses, quantity.status)].get<int>() + 1;
    for (const TableInfo& table : scenario.tables)
        counts[name_in(statuses, table.status)] = counts[name_in(statuses, table.status)].get<int>() + 1;
    json["assumption_counts"] = counts;
    return {"context.json", json.dump(2) + "\n"};
}

std::vector<ResultFile> result_tables(const Scenario& scenario, const CapacityPlan& plan, const RunResults& results,
                                      int threads) {
    const NeedSample& need = results.need;
    std::vector<std::function<ResultFile()>> makers{
        [&] { return population_quantiles_table(scenario, results.population_sample); },
        [&] { return population_table(scenario, results.population); },
        [&] { return components_table(scenario, results.population); },
        [&] { return population_indicators_table(scenario, results.population_sample); },
    };
    if (scenario.has_services()) {
        makers.emplace_back([&] { return need_table(scenario, need); });
        makers.emplace_back([&] { return need_by_residence_table(scenario, need); });
        makers.emplace_back([&] { return capacity_table(scenario, plan); });
        makers.emplace_back([&] { return plan_table(scenario); });
        makers.emplace_back([&] { return gap_table(scenario, plan, need); });
        makers.emplace_back([&] { return gap_by_utilisation_table(scenario, plan, need); });
        makers.emplace_back([&] { return change_table(scenario, plan, need); });
        makers.emplace_back([&] { return quantiles_table(scenario, plan, need); });
        makers.emplace_back([&] { return indicators_table(scenario, plan, results); });
    }
    if (!results.care.empty()) {
        makers.emplace_back([&] { return care_table(results.care); });
        makers.emplace_back([&] { return care_by_site_table(results.care_by_site); });
        makers.emplace_back([&] { return flows_table(results.flows); });
    }
    makers.emplace_back([&] { return assumptions_table(scenario); });
    makers.emplace_back([&] { return context_file(scenario, need, !results.care.empty()); });

    sim::ExperimentOptions options;
    options.threads = threads;
    auto made = sim::run_experiment<ResultFile>(makers.size(), [&](std::size_t i) { return makers[i](); }, options);
    if (!made.report.failures.empty()) throw std::runtime_error(made.report.failures.front().message);
    return std::move(made.results);
}

} // namespace framsyn::app
