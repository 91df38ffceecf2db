#include "app/tables/actions_table.hpp"

#include "app/ground/number_text.hpp"
#include "app/tables/catalogue/catalogue.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

namespace framsyn::app {
namespace {

using study::ActionInfo;

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

std::string text_of(const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

void set_size(ActionRow& row, const Quantity& size, const std::string& unit) {
    row.size = size.value;
    row.low = size.low;
    row.high = size.high;
    row.unit = unit;
    row.source = size.source;
}

std::string ids(const study::Scenario& scenario, const study::Patients& of) {
    std::vector<std::string> names;
    for (const TrustId trust : of.residents_of) names.push_back(scenario.of(trust).id);
    for (const WhichTrust& trust : of.treated_at) names.push_back(scenario.id_of(trust));
    return fmt::format("{}{}", of.residents_of.empty() ? "treated-at " : "residents-of ", fmt::join(names, " "));
}

std::string services(const study::Scenario& scenario, const study::Patients& of) {
    std::vector<std::string> names;
    for (const ServiceId service : of.services) names.push_back(scenario.of(service).id);
    return fmt::format("{}", fmt::join(names, " "));
}

std::string ages(const study::Patients& of) {
    return of.ages ? fmt::format("{}-{}", of.ages->from, of.ages->to) : "";
}

/// What an action sets, and where.
void set_setting(ActionRow& row, const study::Scenario& scenario, const ActionInfo& action) {
    if (action.policy) {
        std::vector<std::string> trusts;
        std::vector<std::string> services;
        for (const WhichTrust& at : action.policy->at) trusts.push_back(scenario.id_of(at));
        for (const ServiceId service : action.policy->services) services.push_back(scenario.of(service).id);
        row.trust = fmt::format("{}", fmt::join(trusts, " "));
        row.service = fmt::format("{}", fmt::join(services, " "));
        set_size(row, action.policy->value, "share");
    }
    if (action.open_share) set_size(row, *action.open_share, "share");
    if (action.stock) {
        std::vector<std::string> trusts;
        for (const std::size_t stock : action.stock->stocks)
            trusts.push_back(scenario.of(scenario.stocks[stock].trust).id);
        row.trust = fmt::format("{}", fmt::join(trusts, " "));
        row.service = scenario.of(scenario.stocks[action.stock->stocks.front()].service).id;
        if (action.stock->percent)
            set_size(row, *action.stock->percent, "per cent");
        else
            set_size(row, action.stock->sentences->new_per_year, "new persons a year");
    }
    if (!action.routes.empty()) {
        std::vector<std::string> trusts;
        for (const study::ClosedRoute& route : action.routes) trusts.push_back(scenario.of(route.from).id);
        row.trust = fmt::format("{}", fmt::join(trusts, " "));
        row.to_trust = scenario.of(action.routes.front().to).id;
    }
}

/// What changes for patients where they are.
void set_change(ActionRow& row, const study::Scenario& scenario, const study::PatientChange& change) {
    row.trust = ids(scenario, change.of);
    row.service = services(scenario, change.of);
    if (change.percent) set_size(row, *change.percent, "per cent");
    if (change.days) set_size(row, *change.days, "days");
    if (change.share) set_size(row, *change.share, "share");
    if (change.wait && change.wait->within_days) set_size(row, *change.wait->within_days, "days");
    row.ages = ages(change.of);
}

ActionRow row_of(const study::Scenario& scenario, const ActionInfo& action) {
    ActionRow row;
    row.size = row.low = row.high = no_number;
    row.action = action.id;
    row.kind = name_in(study::action_kinds, action.kind);
    const Period& period = action.when.front();
    row.date = text_of(period.from);
    if (period.full_from != period.from) row.full_from = text_of(period.full_from);
    if (period.until) row.until = text_of(*period.until);
    row.plan = name_in(study::plan_names, action.plan);
    if (action.unit) {
        row.trust = scenario.of(scenario.of(*action.unit).trust).id;
        row.service = scenario.of(scenario.of(*action.unit).service).id;
    }
    if (action.to_unit) {
        row.to_trust = scenario.of(scenario.of(*action.to_unit).trust).id;
        row.to_service = scenario.of(scenario.of(*action.to_unit).service).id;
    }
    if (action.beds) set_size(row, *action.beds, "beds");
    set_setting(row, scenario, action);
    if (action.change) set_change(row, scenario, *action.change);
    if (action.detour) {
        const study::PatientDetour& detour = *action.detour;
        if (!action.beds) {
            row.trust = ids(scenario, detour.of);
            row.service = services(scenario, detour.of);
            set_size(row, detour.share, "share");
        }
        row.ages = ages(detour.of);
        row.to_trust = detour.to ? scenario.id_of(*detour.to) : "home";
        if (detour.to_service) row.to_service = scenario.of(*detour.to_service).id;
    }
    return row;
}

/// A number beside the first, in the words of its unit.
struct OtherSize {
    const Quantity& size;
    const char* unit;
};

std::vector<OtherSize> other_sizes(const ActionInfo& action) {
    std::vector<OtherSize> others;
    const auto add = [&](const std::optional<Quantity>& size, const char* unit) {
        if (size) others.push_back({*size, unit});
    };
    if (action.beds && action.detour) others.push_back({action.detour->share, "share of patients"});
    if (action.change) {
        add(action.change->stay_of_those, "days of stay of those");
        add(action.change->contacts, "contacts per stay");
    }
    if (action.change && action.change->wait) {
        others.push_back({action.change->wait->days, "waiting days a year"});
        add(action.change->wait->patients, "waiting patients a year");
    }
    if (action.stock && action.stock->sentences) {
        const study::Sentences& of = *action.stock->sentences;
        others.push_back({of.years, "years under sentence"});
        others.push_back({of.persons, "persons under sentence"});
        others.push_back({of.share_inpatient, "share in beds"});
    }
    return others;
}

/// A row for each time that the action holds, then one for each further number that it says.
void add_rows(std::vector<ActionRow>& rows, const study::Scenario& scenario, const ActionInfo& action) {
    const ActionRow first = row_of(scenario, action);
    for (const Period& period : action.when) {
        ActionRow& row = rows.emplace_back(first);
        row.date = text_of(period.from);
        if (period.full_from != period.from) row.full_from = text_of(period.full_from);
        if (period.until) row.until = text_of(*period.until);
    }
    for (const OtherSize& other : other_sizes(action)) set_size(rows.emplace_back(first), other.size, other.unit);
}

bool is_action_of(const std::string& key) {
    return key.starts_with("action.");
}

} // namespace

std::vector<ActionRow> action_rows(const WrittenScenario& root, const WrittenScenario& scenario) {
    std::vector<ActionRow> rows;
    for (const ActionInfo& action : scenario.actions) add_rows(rows, scenario, action);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ActionRow& a, const ActionRow& b) { return a.action < b.action; });
    std::vector<ActionRow> inputs;
    for (const Difference& difference : differences_between(root.as_written, scenario.as_written)) {
        if (is_action_of(difference.key)) continue;
        ActionRow row;
        row.size = row.low = row.high = no_number;
        row.action = difference.key;
        row.kind = "input";
        const auto number = leading_number(difference.after);
        if (number && number->rest.empty()) row.size = row.low = row.high = number->value;
        inputs.push_back(std::move(row));
    }
    std::sort(inputs.begin(), inputs.end(), [](const ActionRow& a, const ActionRow& b) { return a.action < b.action; });
    rows.insert(rows.end(), inputs.begin(), inputs.end());
    return rows;
}

TidyTable actions_table(const std::vector<ScenarioActions>& scenarios, bool keep) {
    TidyTable table = table_of("actions.csv", keep);
    for (const ScenarioActions& of : scenarios) {
        for (const ActionRow& row : of.rows) {
            table.row(of.scenario, row.action, row.kind, row.date, row.full_from, row.until, row.trust, row.service,
                      row.ages, row.to_trust, row.to_service, row.size, row.low, row.high, row.unit, row.plan,
                      row.source);
        }
    }
    return table;
}

} // namespace framsyn::app
