#include "app/tables/context_file.hpp"

#include "models/study/scenario/counted_use.hpp"
#include "models/study/scenario/evidence.hpp"
#include "models/study/scenario/planned_beds.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace framsyn::app {
namespace {

nlohmann::ordered_json service_json(const std::string& id, const Text& name, const Text& beds, bool simulated,
                                    bool group) {
    return {{"id", id},           {"group", group},     {"name_nb", name.nb},    {"name_en", name.en},
            {"unit_nb", beds.nb}, {"unit_en", beds.en}, {"simulated", simulated}};
}

/// Whether a trust's service never has more than one bed at a place, at any of its places.
bool is_of_one_bed_units(const study::Scenario& scenario, const study::Cell& cell) {
    const capacity::BedPlan plan = planned_beds(scenario);
    bool has_units = false;
    for (std::size_t u = 0; u < scenario.units.size(); ++u) {
        const study::UnitInfo& unit = scenario.units[u];
        if (cell.trust != unit.trust || unit.service != cell.service.services.front()) continue;
        has_units = true;
        if (unit.beds.value > 1.0) return false;
        for (const capacity::BedStep& step : plan.steps(UnitId(u))) {
            if (step.staffed > 1.0) return false;
        }
    }
    return has_units;
}

/// A cell's planned utilisation where all of its parts share one, and what is said at its figure.
nlohmann::ordered_json cell_json(const study::Scenario& scenario, const study::Cell& cell) {
    nlohmann::ordered_json json{{"trust", scenario.id_of(cell.trust)}, {"service", cell.service.id}};
    if (const Quantity* planned = shared_utilisation(scenario, cell.trust, cell.service)) {
        json["utilisation"] = planned->value;
        json["utilisation_low"] = planned->low;
        json["utilisation_high"] = planned->high;
    }
    if (const study::ActivityInfo* activity = activity_of(scenario, cell.trust.trust(), cell.service);
        activity && !activity->note.nb.empty()) {
        json["note_nb"] = activity->note.nb;
        json["note_en"] = activity->note.en.empty() ? activity->note.nb : activity->note.en;
    }
    if (!cell.service.group) {
        json["risk"] = scenario.of(cell.service.services.front()).risk.value;
        if (is_of_one_bed_units(scenario, cell)) json["one_bed_units"] = true;
    }
    return json;
}

/// Services and groups in the order of the results.
nlohmann::ordered_json services_json(const study::Scenario& scenario) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    const std::vector<std::size_t> starts = study::start_of_gaps(scenario);
    const auto start = [&](ServiceId service) {
        return scenario.base_year + static_cast<int>(starts[service.index()]);
    };
    for (const study::ServiceOrGroup& entry : services_and_groups(scenario)) {
        if (!entry.group) {
            const study::ServiceInfo& service = scenario.of(entry.services.front());
            list.push_back(service_json(service.id, service.name, service.beds_name, service.simulated, false));
            list.back()["start"] = start(entry.services.front());
            continue;
        }
        for (const study::GroupInfo& group : scenario.groups) {
            if (group.id != entry.id) continue;
            auto item = service_json(group.id, group.name, scenario.of(group.parts.front()).beds_name, true, true);
            for (const ServiceId part : group.parts) item["parts"].push_back(scenario.of(part).id);
            item["start"] = start(group.parts.front());
            list.push_back(std::move(item));
        }
    }
    return list;
}

nlohmann::ordered_json cells_json(const study::Scenario& scenario) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const study::Cell& cell : cells_of(scenario, study::CountedBy::treatment)) {
        if (cell.trust.is_trust()) list.push_back(cell_json(scenario, cell));
    }
    return list;
}

nlohmann::ordered_json stocks_json(const study::Scenario& scenario) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const study::StockInfo& stock : scenario.stocks) {
        const double beds = stock.growth.value * (scenario.last_year - scenario.base_year);
        list.push_back({{"id", stock.id},
                        {"name_nb", stock.name.nb},
                        {"name_en", stock.name.en},
                        {"service", scenario.of(stock.service).id},
                        {"trust", scenario.of(stock.trust).id},
                        {"occupied_beds_in_last_year", beds}});
    }
    return list;
}

/// How many numbers and tables of the scenario have each status.
nlohmann::ordered_json assumption_counts(const WrittenScenario& scenario) {
    nlohmann::ordered_json counts;
    for (const auto& status : statuses) counts[std::string(status.name)] = 0;
    const auto count = [&](Status status) {
        auto& number = counts[name_in(statuses, status)];
        number = number.get<int>() + 1;
    };
    for (const Quantity& quantity : scenario.assumptions) count(quantity.status);
    for (const TableInfo& table : scenario.tables) count(table.status);
    return counts;
}

nlohmann::ordered_json settings_json(const std::vector<Setting>& settings) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Setting& setting : settings) {
        list.push_back({{"address", setting.address},
                        {"name_nb", setting.name.nb},
                        {"name_en", setting.name.en},
                        {"before_nb", setting.before.nb},
                        {"before_en", setting.before.en},
                        {"after_nb", setting.after.nb},
                        {"after_en", setting.after.en},
                        {"said_nb", setting.said.nb},
                        {"said_en", setting.said.en}});
    }
    return list;
}

} // namespace

ResultFile context_file(const WrittenScenario& scenario, const study::Study& study,
                        const std::optional<Against>& against) {
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
    json["variant"] = scenario.variant;
    json["compared_with"] = scenario.compared_with;
    json["differences"] = Json::array();
    // The order of a file's lines says nothing, and changes no result.
    std::vector<Difference> differences = scenario.differences;
    std::stable_sort(differences.begin(), differences.end(),
                     [](const Difference& a, const Difference& b) { return a.key < b.key; });
    for (const Difference& difference : differences) {
        json["differences"].push_back(
            {{"key", difference.key}, {"before", difference.before}, {"after", difference.after}});
    }
    json["against"] = against ? against->file : scenario.compared_with;
    json["settings"] = settings_json(against ? against->settings : settings_on_file(scenario));
    json["draws"] = study.extent().draws.count;
    json["replications"] = study.extent().replications.count;
    json["seed"] = scenario.seed;
    for (const study::TrustInfo& trust : scenario.trusts)
        json["trusts"].push_back({{"id", trust.id}, {"name", trust.name}, {"short", trust.short_name}});
    json["region"] = {{"id", "region"}, {"name", scenario.region_name}};
    json["services"] = services_json(scenario);
    json["cells"] = cells_json(scenario);
    json["indicators"] = Json::array();
    for (const study::StatementInfo& statement : scenario.statements) {
        json["indicators"].push_back(
            {{"id", statement.id}, {"name_nb", statement.name.nb}, {"name_en", statement.name.en}});
    }
    json["stocks"] = stocks_json(scenario);
    json["assumption_counts"] = assumption_counts(scenario);
    return {"context.json", json.dump(2) + "\n"};
}

} // namespace framsyn::app
