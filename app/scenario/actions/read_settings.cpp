#include "app/scenario/actions/read_settings.hpp"

#include "app/scenario/actions/named.hpp"

namespace framsyn::app {
namespace {

using study::ActionKind;

study::Policy policy(const Entry& entry, const study::Scenario& scenario, const char* key) {
    return {trusts_named(scenario, entry.texts("trust")), services_named(scenario, entry.texts("service")),
            entry.setting_or(key, 0.0)};
}

study::StockChange stock_change(const Entry& entry, const study::Scenario& scenario) {
    study::StockChange change;
    for (const std::string& id : entry.texts("stock")) change.stocks.push_back(index_of(scenario.stocks, id));
    change.percent = entry.optional_quantity("percent");
    if (!change.percent) {
        change.sentences = study::Sentences{entry.quantity("new_per_year"), entry.quantity("years"),
                                            entry.quantity("persons"), entry.quantity("share")};
    }
    return change;
}

std::vector<study::ClosedRoute> closed_routes(const Entry& entry, const study::Scenario& scenario) {
    std::vector<study::ClosedRoute> routes;
    const WhichTrust to = trusts_named(scenario, {entry.text("to")}).front();
    for (const WhichTrust& from : trusts_named(scenario, entry.texts("trust"))) {
        if (from != to) routes.push_back({from.trust(), to.trust()});
    }
    return routes;
}

} // namespace

void read_setting(const Entry& entry, const study::Scenario& scenario, study::ActionInfo& action) {
    switch (action.kind) {
    case ActionKind::utilisation:
        action.policy = policy(entry, scenario, "utilisation");
        return;
    case ActionKind::risk:
        action.policy = policy(entry, scenario, "risk");
        return;
    case ActionKind::open_share:
        action.open_share = entry.setting_or("open_share", 1.0);
        return;
    case ActionKind::sentences:
        action.stock = stock_change(entry, scenario);
        return;
    case ActionKind::route:
        action.routes = closed_routes(entry, scenario);
        return;
    default:
        return;
    }
}

} // namespace framsyn::app
