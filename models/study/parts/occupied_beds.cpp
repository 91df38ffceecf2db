#include "models/study/parts/occupied_beds.hpp"

#include "models/study/draws/patient_actions.hpp"
#include "models/study/draws/stock_growth.hpp"
#include "models/study/draws/use_level.hpp"
#include "models/study/parts/shapley.hpp"
#include "models/study/scenario/counted_use.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

using Of = Cause::Of;

bool acts(const ActionInfo& action) {
    return action.counts() && (action.change || action.detour || action.stock);
}

/// The scenario with the actions that `keep` keeps.
template <class Keep>
Scenario with_actions(Scenario scenario, const Keep& keep) {
    std::vector<ActionInfo> kept;
    for (ActionInfo& action : scenario.actions) {
        if (keep(action)) kept.push_back(std::move(action));
    }
    scenario.actions = std::move(kept);
    return scenario;
}

/// All causes of a sort as one.
void join(std::vector<Cause>& causes, Of of) {
    Cause all{of, {}};
    const auto is_of = [&](const Cause& cause) { return cause.of == of; };
    for (const Cause& cause : causes) {
        if (is_of(cause)) all.which.insert(all.which.end(), cause.which.begin(), cause.which.end());
    }
    causes.erase(std::remove_if(causes.begin(), causes.end(), is_of), causes.end());
    if (!all.which.empty()) causes.push_back(std::move(all));
}

} // namespace

std::vector<Cause> causes_of(const Scenario& scenario) {
    std::vector<Cause> causes{{Of::number, {}}, {Of::age_mix, {}}, {Of::migration, {}}};
    const auto is_counted = [](const ActivityInfo& activity) { return !activity.counted.empty(); };
    if (std::any_of(scenario.activities.begin(), scenario.activities.end(), is_counted))
        causes.push_back({Of::level, {}});
    for (std::size_t f = 0; f < scenario.factors.size(); ++f) causes.push_back({Of::factor, {f}});
    for (std::size_t s = 0; s < scenario.stocks.size(); ++s) causes.push_back({Of::stock, {s}});
    for (std::size_t a = 0; a < scenario.actions.size(); ++a) {
        if (acts(scenario.actions[a])) causes.push_back({Of::action, {a}});
    }
    return causes;
}

std::vector<Cause> joined(std::vector<Cause> causes) {
    for (const Of of : {Of::action, Of::factor, Of::stock}) {
        if (causes.size() > most_players) join(causes, of);
    }
    return causes;
}

std::string name_of(const Scenario& scenario, const Cause& cause) {
    switch (cause.of) {
    case Of::number:
        return "number";
    case Of::age_mix:
        return "age_mix";
    case Of::migration:
        return "migration";
    case Of::level:
        return "level";
    case Of::factor:
        return "factor." + scenario.factors[cause.which.front()].id;
    case Of::stock:
        return "stock." + scenario.stocks[cause.which.front()].id;
    case Of::action:
        return "action." + scenario.actions[cause.which.front()].id;
    }
    return "";
}

PartKind kind_of(const Scenario& scenario, const Cause& cause) {
    if (cause.of == Of::factor || cause.of == Of::stock) return PartKind::assumed;
    if (cause.of != Of::action) return PartKind::projected;
    return scenario.actions[cause.which.front()].is_effect() ? PartKind::assumed : PartKind::plan;
}

AtWork::AtWork(const Scenario& scenario, const std::vector<Cause>& causes, std::size_t set)
    : factors(scenario.factors.size(), 0), stocks(scenario.stocks.size(), 0), actions(scenario.actions.size(), 0) {
    for (std::size_t c = 0; c < causes.size(); ++c) {
        if ((set >> c & 1) == 0) continue;
        const Cause& cause = causes[c];
        people.number = people.number || cause.of == Of::number;
        people.age_mix = people.age_mix || cause.of == Of::age_mix;
        people.migration = people.migration || cause.of == Of::migration;
        level = level || cause.of == Of::level;
        for (const std::size_t i : cause.which)
            (cause.of == Of::factor ? factors : cause.of == Of::stock ? stocks : actions)[i] = 1;
    }
}

OccupiedBeds::OccupiedBeds(const Scenario& scenario, const DrawSample& draws, const PeopleSplit& people)
    : scenario_(scenario), draws_(draws), people_(people),
      without_stock_actions_(with_actions(scenario, [](const ActionInfo& action) { return !action.stock; })) {
    const std::vector<std::size_t> starts = start_of_gaps(scenario);
    flows_of_.resize((scenario.trusts.size() + 1) * scenario.services.size());
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
        const FlowInfo& flow = scenario.flows[f];
        flows_of_[slot(flow.at, flow.service)].push_back(f);
        start_.push_back(flow.at.is_trust() ? starts[flow.service.index()] : 0);
        counted_.push_back(last_counted(scenario, flow.at, flow.service));
        held_by_.push_back(counts_that_hold(scenario, flow.at, flow.service));
    }
    for (const ActionInfo& action : scenario.actions) {
        with_action_alone_.emplace_back();
        if (acts(action))
            with_action_alone_.back() =
                with_actions(scenario, [&](const ActionInfo& other) { return other.id == action.id; });
    }
}

OccupiedBeds::OfDraw::OfDraw(const OccupiedBeds& all, std::size_t number)
    : all_(all), number_(number), effects_(all.scenario_.actions.size()), moves_(all.scenario_.actions.size()) {
    const Scenario& scenario = all.scenario_;
    const DrawSample& draws = all.draws_;
    const ParameterDraw parameters = ParameterDraw::number(scenario.seed, static_cast<std::uint32_t>(number));
    std::vector<double> of_place((scenario.trusts.size() + 1) * scenario.services.size(), 0.0);
    for (std::size_t f = 0; f < draws.flows; ++f) {
        of_start_.push_back(all.occupied(number, f, all.start_[f]));
        of_place[all.slot(scenario.flows[f].at, scenario.flows[f].service)] += all.occupied(number, f, 0);
    }
    for (std::size_t f = 0; f < draws.flows; ++f) {
        const double place = of_place[all.slot(scenario.flows[f].at, scenario.flows[f].service)];
        share_of_place_.push_back(place > 0.0 ? all.occupied(number, f, 0) / place : 0.0);
    }
    for (const ActivityInfo& activity : scenario.activities)
        after_.push_back(level_after_counts(scenario, activity, parameters));
    for (std::size_t f = 0; f < draws.flows; ++f) level_at_count_.push_back(level_at_count(f));
    for (const FactorInfo& factor : scenario.factors) factor_effect_.push_back(parameters(factor.effect));
    for (std::size_t s = 0; s < scenario.stocks.size(); ++s)
        stock_.push_back(beds_added_by_stock(all.without_stock_actions_, s, parameters));
    read_actions(parameters);
    read_ages();
}

/// 1 where the gaps start from the flow's own last count; more years may be counted here than at all trusts.
double OccupiedBeds::OfDraw::level_at_count(std::size_t flow) const {
    const std::size_t start = all_.start_[flow];
    const std::size_t counted = all_.counted_[flow];
    if (counted <= start) return 1.0;
    const FlowInfo& info = all_.scenario_.flows[flow];
    const double of_people = of_start_[flow] * all_.people_.use_ratio({true, true, true}, info.residence,
                                                                      all_.scenario_.of(info.service).use_rate, start,
                                                                      counted, number_ - all_.draws_.block.first);
    return of_people > 0.0 ? all_.occupied(number_, flow, counted) / of_people : 1.0;
}

void OccupiedBeds::OfDraw::read_actions(const ParameterDraw& parameters) {
    const Scenario& scenario = all_.scenario_;
    const DrawSample& draws = all_.draws_;
    std::vector<std::vector<double>> days_before(draws.flows, std::vector<double>(1));
    for (std::size_t f = 0; f < draws.flows; ++f) days_before[f][0] = draws.days_without_actions(number_, f, 0);
    for (std::size_t a = 0; a < scenario.actions.size(); ++a) {
        by_action_.emplace_back();
        const std::optional<Scenario>& alone = all_.with_action_alone_[a];
        if (!alone) continue;
        PatientActions actions = patient_actions(*alone, parameters);
        effects_[a] = need::with_lost_days_as_shares(std::move(actions.effects), days_before);
        moves_[a] = std::move(actions.moves);
        if (!scenario.actions[a].stock) continue;
        for (const std::size_t s : scenario.actions[a].stock->stocks) {
            const std::vector<double> with = beds_added_by_stock(*alone, s, parameters);
            std::vector<double>& more = by_action_[a].emplace_back();
            for (std::size_t t = 0; t < draws.years; ++t) more.push_back(with[t] - stock_[s][t]);
        }
    }
}

void OccupiedBeds::OfDraw::read_ages() {
    const Scenario& scenario = all_.scenario_;
    const DrawSample& draws = all_.draws_;
    // Alone, an action numbers its spans of ages otherwise than among the others.
    for (std::size_t a = 0; a < scenario.actions.size(); ++a) {
        const ActionInfo& action = scenario.actions[a];
        if (!action.change && !action.detour) continue;
        const std::vector<std::size_t> spans =
            spans_within(age_spans_of(scenario), action.change ? action.change->of : action.detour->of);
        for (need::PatientEffect& effect : effects_[a]) effect.ages = spans;
        for (need::PatientMove& move : moves_[a]) move.ages = spans;
    }
    age_shares_.resize(draws.age_spans);
    for (std::size_t span = 0; span < draws.age_spans; ++span) {
        for (std::size_t f = 0; f < draws.flows; ++f) {
            std::vector<double>& years = age_shares_[span].emplace_back();
            for (std::size_t t = 0; t < draws.years; ++t) years.push_back(draws.age_share(number_, span, f, t));
        }
    }
}

namespace {

PeopleSet people_set(std::size_t bits) {
    return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0};
}
std::size_t bits_of(const PeopleSet& set) {
    return (set.number ? 1u : 0u) + (set.age_mix ? 2u : 0u) + (set.migration ? 4u : 0u);
}

} // namespace

bool OccupiedBeds::concerns(const Cause& cause, std::size_t slot) const {
    const std::vector<std::size_t>& flows = flows_of_[slot];
    const auto any_flow = [&](const auto& is) { return std::any_of(flows.begin(), flows.end(), is); };
    if (cause.of == Of::level) return any_flow([&](std::size_t f) { return !held_by_[f].empty(); });
    const auto any = [&](const auto& is) { return std::any_of(cause.which.begin(), cause.which.end(), is); };
    if (cause.of == Of::factor) {
        return any([&](std::size_t i) {
            return any_flow([&](std::size_t f) {
                return need::contains(scenario_.factors[i].services, scenario_.flows[f].service);
            });
        });
    }
    if (cause.of == Of::stock) {
        return any(
            [&](std::size_t s) { return this->slot(scenario_.stocks[s].trust, scenario_.stocks[s].service) == slot; });
    }
    return true;
}

double OccupiedBeds::occupied(std::size_t number, std::size_t flow, std::size_t t) const {
    return draws_.days_without_actions(number, flow, t) / days_in_year(scenario_.base_year + static_cast<int>(t));
}

/// Of an activity's level since its last counted year.
double OccupiedBeds::OfDraw::after_count(std::size_t activity, std::size_t t) const {
    const std::size_t counted = last_counted(all_.scenario_, all_.scenario_.activities[activity]);
    const std::vector<double>& after = after_[activity];
    return t <= counted || after.empty() ? 1.0 : after[std::min(t - counted, after.size()) - 1];
}

/// A counted year is what was counted whatever its people; after the last one the levels go on from there.
double OccupiedBeds::OfDraw::level_in(std::size_t flow, double of_people) const {
    const std::size_t counted = all_.counted_[flow];
    if (all_.held_by_[flow].empty()) return 1.0;
    if (t_ <= counted) return of_people > 0.0 ? all_.occupied(number_, flow, t_) / of_people : 1.0;
    double level = level_at_count_[flow];
    for (const std::size_t activity : all_.held_by_[flow])
        level *= after_count(activity, t_) / after_count(activity, counted);
    return level;
}

void OccupiedBeds::OfDraw::turn_to(std::size_t t) {
    t_ = t;
    parts_.clear();
    const Scenario& scenario = all_.scenario_;
    const std::size_t at = number_ - all_.draws_.block.first;
    level_.resize(of_start_.size());
    for (std::size_t bits = 0; bits < 8; ++bits) {
        of_people_[bits] = of_start_;
        for (std::size_t f = 0; f < of_start_.size(); ++f) {
            const FlowInfo& flow = scenario.flows[f];
            if (t < all_.start_[f])
                of_people_[bits][f] = all_.occupied(number_, f, t);
            else
                of_people_[bits][f] *= all_.people_.use_ratio(
                    people_set(bits), flow.residence, scenario.of(flow.service).use_rate, all_.start_[f], t, at);
        }
    }
    for (std::size_t f = 0; f < of_start_.size(); ++f)
        level_[f] = t < all_.start_[f] ? 1.0 : level_in(f, of_people_[7][f]);
}

double OccupiedBeds::OfDraw::before_actions(std::size_t flow, const AtWork& work) const {
    const Scenario& scenario = all_.scenario_;
    const FlowInfo& info = scenario.flows[flow];
    double beds = of_people_[bits_of(work.people)][flow];
    if (work.level) beds *= level_[flow];
    for (std::size_t i = 0; i < scenario.factors.size(); ++i) {
        const FactorInfo& factor = scenario.factors[i];
        const std::size_t counted = all_.counted_[flow];
        if (work.factors[i] == 0 || t_ <= counted || !need::contains(factor.services, info.service)) continue;
        const auto times = [&](std::size_t t) {
            return 1.0 + factor_effect_[i] * weight_by_year(factor.when, scenario.base_year + static_cast<int>(t));
        };
        beds *= times(t_) / times(counted);
    }
    const auto add = [&](std::size_t stock, double more) {
        const StockInfo& of = scenario.stocks[stock];
        if (info.at == of.trust && info.service == of.service)
            beds = std::max(0.0, beds + share_of_place_[flow] * more);
    };
    for (std::size_t s = 0; s < scenario.stocks.size(); ++s) {
        if (work.stocks[s] != 0) add(s, stock_[s][t_]);
    }
    for (std::size_t a = 0; a < scenario.actions.size(); ++a) {
        if (work.actions[a] == 0 || !scenario.actions[a].stock) continue;
        const std::vector<std::size_t>& stocks = scenario.actions[a].stock->stocks;
        for (std::size_t i = 0; i < stocks.size(); ++i) add(stocks[i], by_action_[a][i][t_]);
    }
    return beds;
}

double OccupiedBeds::OfDraw::beds_at(std::size_t slot, const AtWork& work) const {
    double beds = 0.0;
    for (const std::size_t flow : all_.flows_of_[slot]) beds += before_actions(flow, work);
    return beds;
}

std::vector<double> OccupiedBeds::OfDraw::beds(const AtWork& work) const {
    std::vector<double> at_place;
    const bool on_patients = std::any_of(work.actions.begin(), work.actions.end(), [](char on) { return on != 0; });
    if (!on_patients) {
        for (std::size_t slot = 0; slot < all_.flows_of_.size(); ++slot) at_place.push_back(beds_at(slot, work));
        return at_place;
    }
    const Scenario& scenario = all_.scenario_;
    at_place.resize(all_.flows_of_.size(), 0.0);
    std::vector<double> before;
    for (std::size_t f = 0; f < scenario.flows.size(); ++f) before.push_back(before_actions(f, work));
    for (const need::PatientPart& part : parts_with(work.actions)) {
        const FlowInfo& flow = scenario.flows[part.at];
        at_place[all_.slot(flow.at, flow.service)] += before[part.of] * part.bed_days;
    }
    return at_place;
}

const std::vector<need::PatientPart>& OccupiedBeds::OfDraw::parts_with(const std::vector<char>& actions) const {
    for (const auto& [set, parts] : parts_) {
        if (set == actions) return parts;
    }
    std::vector<need::PatientEffect> effects;
    std::vector<need::PatientMove> moves;
    for (std::size_t a = 0; a < actions.size(); ++a) {
        if (actions[a] == 0) continue;
        effects.insert(effects.end(), effects_[a].begin(), effects_[a].end());
        moves.insert(moves.end(), moves_[a].begin(), moves_[a].end());
    }
    const int year = all_.scenario_.base_year + static_cast<int>(t_);
    const auto weight = [&](const Period& period) { return mean_weight(period, year); };
    parts_.emplace_back(actions, need::parts_at(of_start_.size(), effects, moves, weight, age_shares_, t_));
    return parts_.back().second;
}

} // namespace framsyn::study
