#include "models/study/answers/contacts.hpp"

#include "models/study/answers/quantiles.hpp"
#include "models/study/draws/parameter_draw.hpp"
#include "models/study/draws/patient_actions.hpp"
#include "models/study/scenario/mean_stay.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace framsyn::study {
namespace {

/// The entry of a place, made with no contacts if there is none yet.
Contacts& contacts_at(std::vector<Contacts>& all, const FlowInfo& flow, std::size_t years, std::size_t draws) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Contacts& each) {
        return each.at == flow.at && each.service == flow.service;
    });
    if (found != all.end()) return *found;
    all.push_back({flow.at, flow.service, std::vector<std::vector<double>>(years, std::vector<double>(draws, 0.0))});
    return all.back();
}

double holds_in(const ActionInfo& action, int year) {
    double weight = 0.0;
    for (const Period& period : action.when) weight += mean_weight(period, year);
    return std::min(1.0, weight);
}

void add_contacts(std::vector<Contacts>& all, const Scenario& scenario, const DrawSample& draws,
                  const ActionInfo& action) {
    const PatientChange& change = *action.change;
    const std::vector<std::size_t> spans = spans_within(age_spans_of(scenario), change.of);
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        const StayInfo* stay = stay_of(scenario, flow.service, flow.at);
        if (flow.made_by_action || !stay || !change.of.touch(flow.residence, flow.service, flow.at)) continue;
        Contacts& place = contacts_at(all, flow, draws.years, draws.block.count);
        for (std::size_t d = 0; d < draws.block.count; ++d) {
            const std::size_t number = draws.block.first + d;
            const ParameterDraw draw = ParameterDraw::number(scenario.seed, static_cast<std::uint32_t>(number));
            const double each = action.strength * draw(*change.share) * draw(*change.contacts) / draw(stay->mean);
            for (std::size_t t = 0; t < draws.years; ++t) {
                double ages = change.of.ages ? 0.0 : 1.0;
                for (const std::size_t span : spans) ages += draws.age_share(number, span, f, t);
                place.by_year[t][d] += draws.days_without_actions(number, f, t) * each * ages *
                                       holds_in(action, scenario.base_year + static_cast<int>(t));
            }
        }
    }
}

/// Names of a trust or the region, and of a service or group.
using Place = std::pair<std::string, std::string>;

bool is_in(const Scenario& scenario, const Contacts& contacts, const Place& place) {
    const bool there =
        place.first == scenario.id_of(contacts.at) || (place.first == "region" && contacts.at.is_trust());
    if (!there) return false;
    if (scenario.of(contacts.service).id == place.second) return true;
    return std::any_of(scenario.groups.begin(), scenario.groups.end(), [&](const GroupInfo& group) {
        return group.id == place.second &&
               std::find(group.parts.begin(), group.parts.end(), contacts.service) != group.parts.end();
    });
}

/// The contacts of a place and year by draw, summed within the draw; none where it has none.
std::vector<double> of_place(const std::vector<Contacts>& all, const Scenario& scenario, const Place& place, int year,
                             std::size_t draws) {
    std::vector<double> sum(draws, 0.0);
    for (const Contacts& each : all) {
        if (!is_in(scenario, each, place)) continue;
        const std::vector<double>& some = each.by_year.at(static_cast<std::size_t>(year - scenario.base_year));
        for (std::size_t d = 0; d < draws; ++d) sum[d] += some[d];
    }
    return sum;
}

/// Where the contacts are, then the groups that those services are of, then the region of each.
void add_places(std::vector<Place>& places, const std::vector<Contacts>& all, const Scenario& scenario) {
    const auto add = [&](const std::string& trust, const std::string& service) {
        Place place{trust, service};
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(std::move(place));
    };
    const auto add_with_groups = [&](const std::string& trust, ServiceId service) {
        add(trust, scenario.of(service).id);
        for (const GroupInfo& group : scenario.groups) {
            if (std::find(group.parts.begin(), group.parts.end(), service) != group.parts.end()) add(trust, group.id);
        }
    };
    for (const Contacts& each : all) add_with_groups(scenario.id_of(each.at), each.service);
    for (const Contacts& each : all) {
        if (each.at.is_trust()) add_with_groups("region", each.service);
    }
}

} // namespace

std::vector<Contacts> contacts_of(const Scenario& scenario, const DrawSample& draws) {
    std::vector<Contacts> all;
    for (const ActionInfo& action : scenario.actions) {
        if (action.counts() && action.change && action.change->contacts) add_contacts(all, scenario, draws, action);
    }
    return all;
}

std::vector<ComparisonRow> contact_rows(const Scenario& base, const DrawSample& base_draws, const Scenario& alternative,
                                        const DrawSample& alternative_draws) {
    const std::vector<Contacts> before = contacts_of(base, base_draws);
    const std::vector<Contacts> after = contacts_of(alternative, alternative_draws);
    std::vector<Place> places;
    add_places(places, before, base);
    add_places(places, after, alternative);
    std::vector<ComparisonRow> rows;
    for (const Place& place : places) {
        const int last = std::min(base.last_year, alternative.last_year);
        for (int year = std::max(base.base_year, alternative.base_year); year <= last; ++year) {
            std::vector<double> a = of_place(before, base, place, year, base_draws.block.count);
            std::vector<double> b = of_place(after, alternative, place, year, a.size());
            std::vector<double> difference = b;
            for (std::size_t d = 0; d < difference.size(); ++d) difference[d] -= a[d];
            const SortedSample sorted(std::move(difference));
            ComparisonRow row;
            row.trust = place.first;
            row.service = place.second;
            row.year = year;
            row.measure = compared::contacts;
            row.unit = "contacts";
            row.pairs = a.size();
            row.base = SortedSample(std::move(a)).median();
            row.alternative = SortedSample(std::move(b)).median();
            row.difference = sorted.median();
            row.low = sorted.quantile(0.1);
            row.high = sorted.quantile(0.9);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace framsyn::study
