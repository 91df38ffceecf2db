#include "app/browser/engine/forms.hpp"

#include "app/scenario/actions/action_keys.hpp"
#include "app/scenario/schema/action_section.hpp"
#include "app/scenario/text/read_quantity.hpp"
#include "models/study/scenario/mean_stay.hpp"
#include "models/study/scenario/planned_beds.hpp"
#include "models/study/scenario/policies.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace framsyn::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 10> kind_names{"text",    "flag",      "integer",    "date",     "choice",
                                                 "choices", "reference", "references", "quantity", "own"};

constexpr std::array<const char*, 3> whose_names{"must", "may", "not"};

Json key_json(const Key& key) {
    Json made{{"name", key.name}, {"kind", kind_names[static_cast<std::size_t>(key.kind)]}};
    if (key.kind == Kind::quantity) made["unit"] = unit_name(key.unit);
    if (key.kind == Kind::quantity || key.kind == Kind::integer) {
        made["min"] = key.min;
        made["max"] = key.max;
        made["with_unit"] = written_with_unit(key.unit);
    }
    if (!key.choices.empty()) made["choices"] = key.choices;
    if (!key.lists.empty()) made["lists"] = key.lists;
    made["help"] = key.help;
    return made;
}

Json quantity_json(const Quantity& quantity) {
    Json made{{"value", quantity.value}, {"unit", unit_name(quantity.unit)}};
    if (quantity.has_interval()) {
        made["low"] = quantity.low;
        made["high"] = quantity.high;
    }
    made["status"] = name_in(statuses, quantity.status);
    made["source"] = quantity.source;
    made["address"] = quantity.address;
    return made;
}

std::string day_text(const Date& day) {
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

/// The words of a scenario, each list as forms name it.
class Facts {
  public:
    explicit Facts(const WrittenScenario& scenario) : scenario_(scenario), plan_(study::planned_beds(scenario)) {}

    Json made() const {
        int counted = scenario_.base_year;
        for (const study::CountInfo& count : scenario_.counts) counted = std::max(counted, count.year);
        return {{"id", scenario_.id},
                {"title_nb", scenario_.title.nb},
                {"title_en", scenario_.title.en},
                {"region", scenario_.region_name},
                {"base_year", scenario_.base_year},
                {"counted_to", counted},
                {"last_year", scenario_.last_year},
                {"variant", scenario_.variant},
                {"tables", tables()},
                {"trusts", trusts()},
                {"services", services()},
                {"units", units()},
                {"changes", changes()},
                {"stocks", stocks()},
                {"routes", routes()},
                {"cells", cells()}};
    }

  private:
    Json tables() const {
        Json all = Json::array();
        for (const TableInfo& table : scenario_.tables) all.push_back({{"id", table.id}, {"file", table.file}});
        return all;
    }

    Json trusts() const {
        Json all = Json::array();
        for (const study::TrustInfo& trust : scenario_.trusts)
            all.push_back({{"id", trust.id}, {"name", trust.name}, {"short", trust.short_name}});
        return all;
    }

    /// Each group before its parts, as results have them.
    Json services() const {
        Json all = Json::array();
        for (const study::ServiceOrGroup& one : study::services_and_groups(scenario_)) {
            Json made{{"id", one.id}, {"group", one.group}};
            Text name;
            if (one.group) {
                const auto group = std::find_if(scenario_.groups.begin(), scenario_.groups.end(),
                                                [&](const study::GroupInfo& info) { return info.id == one.id; });
                name = group->name;
                for (const ServiceId part : one.services) made["parts"].push_back(scenario_.of(part).id);
            } else {
                const study::ServiceInfo& info = scenario_.of(one.services.front());
                name = info.name;
                made["simulated"] = info.simulated;
            }
            made["name_nb"] = name.nb;
            made["name_en"] = name.en;
            all.push_back(made);
        }
        return all;
    }

    Json units() const {
        Json all = Json::array();
        for (std::size_t u = 0; u < scenario_.units.size(); ++u) {
            const study::UnitInfo& unit = scenario_.units[u];
            if (unit.made_by_action) continue;
            Json beds = Json::array();
            for (int year = scenario_.base_year; year <= scenario_.last_year; ++year)
                beds.push_back(plan_.staffed(UnitId(u), year).end);
            Json made{{"id", unit.id},
                      {"trust", scenario_.of(unit.trust).id},
                      {"service", scenario_.of(unit.service).id},
                      {"site", unit.site},
                      {"simulated", scenario_.of(unit.service).simulated},
                      {"beds", quantity_json(unit.beds)},
                      {"beds_by_year", beds},
                      {"open_share", quantity_json(unit.open_share)}};
            if (unit.surge) made["surge"] = quantity_json(*unit.surge);
            all.push_back(made);
        }
        return all;
    }

    Json changes() const {
        Json all = Json::array();
        for (const study::ChangeInfo& change : scenario_.changes) {
            if (change.by_action) continue;
            all.push_back({{"id", change.id},
                           {"unit", scenario_.of(change.unit).id},
                           {"date", day_text(change.when.from)},
                           {"beds", quantity_json(change.beds)},
                           {"plan", name_in(study::plan_names, change.plan)},
                           {"label_nb", change.label.nb},
                           {"label_en", change.label.en},
                           {"part_of", change.part_of}});
        }
        return all;
    }

    Json stocks() const {
        Json all = Json::array();
        for (const study::StockInfo& stock : scenario_.stocks)
            all.push_back({{"id", stock.id},
                           {"name_nb", stock.name.nb},
                           {"name_en", stock.name.en},
                           {"trust", scenario_.of(stock.trust).id},
                           {"service", scenario_.of(stock.service).id},
                           {"growth", quantity_json(stock.growth)}});
        return all;
    }

    Json routes() const {
        Json all = Json::array();
        for (const study::OverflowInfo& overflow : scenario_.overflows) {
            Json made{{"trust", scenario_.of(overflow.trust).id}, {"to", Json::array()}};
            for (const WhichTrust& to : overflow.order) made["to"].push_back(scenario_.id_of(to));
            all.push_back(made);
        }
        return all;
    }

    /// What is planned and assumed for a trust's patients of a service.
    Json cells() const {
        Json all = Json::array();
        for (std::size_t t = 0; t < scenario_.trusts.size(); ++t) {
            for (std::size_t s = 0; s < scenario_.services.size(); ++s) {
                const TrustId trust(t);
                const ServiceId service(s);
                const study::StayInfo* stay = study::stay_of(scenario_, service, WhichTrust(trust));
                Json made{{"trust", scenario_.trusts[t].id},
                          {"service", scenario_.services[s].id},
                          {"offered", scenario_.offers(trust, service)},
                          {"utilisation", quantity_json(study::utilisation_of(scenario_, WhichTrust(trust), service))},
                          {"risk", quantity_json(scenario_.services[s].risk)}};
                if (stay) made["stay"] = quantity_json(stay->mean);
                all.push_back(made);
            }
        }
        return all;
    }

    const WrittenScenario& scenario_;
    capacity::BedPlan plan_;
};

} // namespace

std::string forms_json() {
    Json kinds = Json::array();
    for (const ActionForm& form : action_forms())
        kinds.push_back({{"kind", name_in(study::action_kinds, form.kind)},
                         {"needed", form.needed},
                         {"may", form.may},
                         {"whose", whose_names[static_cast<std::size_t>(form.whose)]}});
    Json keys = Json::array();
    for (const Key& key : action_section().keys) keys.push_back(key_json(key));
    return Json{{"kinds", kinds}, {"common", common_action_keys()}, {"keys", keys}}.dump();
}

std::string facts_json(const WrittenScenario& scenario) {
    return Facts(scenario).made().dump();
}

} // namespace framsyn::app
