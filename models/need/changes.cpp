#include "models/need/changes.hpp"

#include "models/values/date.hpp"

#include <algorithm>
#include <stdexcept>

namespace framsyn::need {

NeedPath with_factors(NeedPath path, const Inputs& inputs) {
    for (const ChangeFactor& factor : inputs.factors) {
        for (std::size_t f = 0; f < path.flows.size(); ++f) {
            if (!contains(factor.services, path.flows[f].service)) continue;
            const auto times = [&](std::size_t t) { return 1.0 + factor.effect * factor.realised[t]; };
            const std::optional<std::size_t> counted = path.last_counted[f];
            for (std::size_t t = counted ? *counted + 1 : 0; t < path.bed_days[f].size(); ++t)
                path.bed_days[f][t] *= counted ? times(t) / times(*counted) : times(t);
        }
    }
    return path;
}

NeedPath with_stock(NeedPath path, const AddedStock& stock) {
    const auto belongs = [&](const Flow& flow) {
        return flow.provider == stock.provider && flow.service == stock.service;
    };
    double base = 0.0;
    for (std::size_t f = 0; f < path.flows.size(); ++f) {
        if (belongs(path.flows[f])) base += path.bed_days[f][0];
    }
    if (!(base > 0.0)) throw std::logic_error("an added stock needs a flow with bed days in the base year");
    for (std::size_t f = 0; f < path.flows.size(); ++f) {
        if (!belongs(path.flows[f])) continue;
        const double share = path.bed_days[f][0] / base;
        for (std::size_t t = 0; t < path.bed_days[f].size(); ++t) {
            const int days = days_in_year(path.base_year + static_cast<int>(t));
            path.bed_days[f][t] = std::max(0.0, path.bed_days[f][t] + share * stock.beds[t] * days);
        }
    }
    return path;
}

namespace {

AgeShares age_shares(const ExpectedUse& use, const Inputs& inputs) {
    AgeShares shares(inputs.age_spans.size());
    for (std::size_t span = 0; span < shares.size(); ++span) {
        for (const Flow& flow : inputs.flows) {
            std::vector<double>& by_year = shares[span].emplace_back();
            const std::size_t rate = inputs.rate_of_service[flow.service.index()];
            for (std::size_t t = 0; t < inputs.years(); ++t)
                by_year.push_back(use.share_of_ages(span, flow.residence, rate, t));
        }
    }
    return shares;
}

} // namespace

NeedPath with_actions(NeedPath path, const ExpectedUse& use, const Inputs& inputs) {
    if (inputs.effects.empty() && inputs.moves.empty()) return path;
    path.without_actions = path.bed_days;
    path.age_shares = age_shares(use, inputs);
    const std::vector<PatientEffect> effects = with_lost_days_as_shares(inputs.effects, path.without_actions);
    for (std::size_t t = 0; t < inputs.years(); ++t) {
        const int year = inputs.base_year + static_cast<int>(t);
        for (std::vector<double>& days : path.bed_days) days[t] = 0.0;
        const auto weight = [&](const Period& period) { return mean_weight(period, year); };
        for (const PatientPart& part : parts_at(path.flows.size(), effects, inputs.moves, weight, path.age_shares, t)) {
            path.bed_days[part.at][t] += path.without_actions[part.of][t] * part.bed_days;
        }
    }
    return path;
}

} // namespace framsyn::need
