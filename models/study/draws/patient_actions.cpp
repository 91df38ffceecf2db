#include "models/study/draws/patient_actions.hpp"

#include "models/study/scenario/mean_stay.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace framsyn::study {
namespace {

constexpr double per_cent = 0.01;

std::vector<std::size_t> spans_of(const Scenario& scenario, const Patients& of) {
    return spans_within(age_spans_of(scenario), of);
}

/// The share of waiting days that is no longer waited where all are received within so many days and the time that they
/// wait is exponential with mean m = days / patients: m (1 − e^(−N/m)) is left of m.
double share_no_longer_waited(const MunicipalWait& wait, const ParameterDraw& draw) {
    const double mean = draw(wait.days) / draw(*wait.patients);
    return mean > 0.0 ? sim::exp(-draw(*wait.within_days) / mean) : 0.0;
}

/// Waiting is a part of every stay: what is taken from it is taken from all that are touched alike.
need::PatientEffect effect_on_waiting(const Scenario& scenario, const ParameterDraw& draw, const ActionInfo& action) {
    const PatientChange& change = *action.change;
    need::PatientEffect effect{
        std::vector<char>(scenario.flows.size(), 0), 0.0, 0.0, action.when, spans_of(scenario, change.of), 0.0};
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        effect.flows[f] = !flow.made_by_action && change.of.touch(flow.residence, flow.service, flow.at) ? 1 : 0;
    }
    const double share =
        change.percent ? -per_cent * draw(*change.percent) : share_no_longer_waited(*change.wait, draw);
    effect.lost_days = action.strength * share * draw(change.wait->days);
    return effect;
}

/// Flow by flow, for a mean stay may differ from place to place.
void add_effects(std::vector<need::PatientEffect>& effects, const Scenario& scenario, const ParameterDraw& draw,
                 const ActionInfo& action) {
    const PatientChange& change = *action.change;
    if (change.wait) return effects.push_back(effect_on_waiting(scenario, draw, action));
    const std::size_t flows = scenario.flows.size();
    for (std::size_t f = 0; f < flows; ++f) {
        const FlowInfo& flow = scenario.flows[f];
        if (flow.made_by_action || !change.of.touch(flow.residence, flow.service, flow.at)) continue;
        const StayInfo* stay = stay_of(scenario, flow.service, flow.at);
        const double mean = stay ? draw(stay->mean) : 0.0;
        need::PatientEffect effect{std::vector<char>(flows, 0),   0.0, 0.0, action.when,
                                   spans_of(scenario, change.of), 0.0};
        effect.flows[f] = 1;
        const double whole = change.share     ? -draw(*change.share)
                             : change.percent ? per_cent * draw(*change.percent)
                                              : draw(*change.days) / mean;
        const double size = action.strength * whole;
        effect.bed_days = change.stay_of_those ? size * draw(*change.stay_of_those) / mean : size;
        effect.admissions = change.of_stays ? 0.0 : size;
        effects.push_back(std::move(effect));
    }
}

need::PatientMove move_of(const Scenario& scenario, const ParameterDraw& draw, const ActionInfo& action) {
    const PatientDetour& detour = *action.detour;
    need::PatientMove move{std::vector<std::size_t>(scenario.flows.size(), need::PatientMove::nowhere),
                           draw(detour.share), action.when, spans_of(scenario, detour.of)};
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        if (!detour.of.touch(flow.residence, flow.service, flow.at)) continue;
        const WhichTrust to = detour.to.value_or(WhichTrust(flow.residence));
        const std::size_t target = flow_to(scenario, flow.residence, detour.to_service.value_or(flow.service), to);
        if (target != f) move.to[f] = target;
    }
    return move;
}

} // namespace

std::vector<AgeSpan> age_spans_of(const Scenario& scenario) {
    std::vector<AgeSpan> asked;
    std::set<int> cuts; // first ages of the spans, and those after their last
    const auto add = [&](const Patients& of) {
        if (!of.ages) return;
        asked.push_back(*of.ages);
        cuts.insert(of.ages->from);
        cuts.insert(of.ages->to + 1);
    };
    for (const ActionInfo& action : scenario.actions) {
        if (action.counts() && action.change) add(action.change->of);
        if (action.counts() && action.detour) add(action.detour->of);
    }
    std::vector<AgeSpan> spans;
    for (auto cut = cuts.begin(); cut != cuts.end() && std::next(cut) != cuts.end(); ++cut) {
        const AgeSpan span{*cut, *std::next(cut) - 1};
        const bool is_asked = std::any_of(asked.begin(), asked.end(), [&](const AgeSpan& ages) {
            return ages.from <= span.from && span.to <= ages.to;
        });
        if (is_asked) spans.push_back(span);
    }
    return spans;
}

std::vector<std::size_t> spans_within(const std::vector<AgeSpan>& spans, const Patients& of) {
    std::vector<std::size_t> within;
    for (std::size_t span = 0; of.ages && span < spans.size(); ++span) {
        if (of.ages->from <= spans[span].from && spans[span].to <= of.ages->to) within.push_back(span);
    }
    return within;
}

PatientActions patient_actions(const Scenario& scenario, const ParameterDraw& draw) {
    PatientActions actions;
    for (const ActionInfo& action : scenario.actions) {
        if (!action.counts()) continue;
        if (action.change) add_effects(actions.effects, scenario, draw, action);
        if (action.detour) actions.moves.push_back(move_of(scenario, draw, action));
    }
    return actions;
}

std::vector<Date> days_of_change(const Scenario& scenario) {
    std::set<Date> days;
    const auto add = [&](const Date& day) {
        const bool is_within = day > Date{scenario.base_year, 1, 1} && day < Date{scenario.last_year + 1, 1, 1};
        if (is_within && !(day.month == 1 && day.day == 1)) days.insert(day);
    };
    for (const ActionInfo& action : scenario.actions) {
        if (!action.counts() || (!action.change && !action.detour)) continue;
        for (const Period& period : action.when) {
            add(period.from);
            add(period.full_from);
            if (period.until) add(*period.until);
            for (int year = period.from.year; year <= std::min(period.full_from.year, scenario.last_year); ++year) {
                for (int month = 1; month <= 12; ++month) {
                    const Date first{year, month, 1};
                    if (first > period.from && first < period.full_from) add(first);
                }
            }
        }
    }
    return {days.begin(), days.end()};
}

} // namespace framsyn::study
