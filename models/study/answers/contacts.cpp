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
    const std::vector<AgeSpan> spans = age_spans_of(scenario);
    const auto span = static_cast<std::size_t>(
        change.of.ages ? std::find(spans.begin(), spans.end(), *change.of.ages) - spans.begin() : 0);
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
                const double ages = change.of.ages ? draws.age_share(number, span, f, t) : 1.0;
                place.by_year[t][d] += draws.days_without_actions(number, f, t) * each * ages *
                                       holds_in(action, scenario.base_year + static_cast<int>(t));
            }
        }
    }
}

/// The contacts of a place and year by draw; none where it has none.
std::vector<double> of_place(const std::vector<Contacts>& all, const Scenario& scenario, const std::string& trust,
                             const std::string& service, int year, std::size_t draws) {
    for (const Contacts& each : all) {
        if (scenario.id_of(each.at) == trust && scenario.of(each.service).id == service)
            return each.by_year.at(static_cast<std::size_t>(year - scenario.base_year));
    }
    return std::vector<double>(draws, 0.0);
}

using Place = std::pair<std::string, std::string>;

void add_places(std::vector<Place>& places, const std::vector<Contacts>& all, const Scenario& scenario) {
    for (const Contacts& each : all) {
        Place place{scenario.id_of(each.at), scenario.of(each.service).id};
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(std::move(place));
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
    for (const auto& [trust, service] : places) {
        const int last = std::min(base.last_year, alternative.last_year);
        for (int year = std::max(base.base_year, alternative.base_year); year <= last; ++year) {
            std::vector<double> a = of_place(before, base, trust, service, year, base_draws.block.count);
            std::vector<double> b = of_place(after, alternative, trust, service, year, a.size());
            std::vector<double> difference = b;
            for (std::size_t d = 0; d < difference.size(); ++d) difference[d] -= a[d];
            const SortedSample sorted(std::move(difference));
            ComparisonRow row;
            row.trust = trust;
            row.service = service;
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
