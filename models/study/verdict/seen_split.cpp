#include "models/study/verdict/seen_split.hpp"

#include <algorithm>

namespace framsyn::study {
namespace {

bool is_inside(const FlowInfo& flow) {
    return flow.at.is_trust();
}

/// What of a residence's patients of a service is treated at the region's trusts.
class Inside {
  public:
    Inside(const Scenario& scenario, TrustId residence, ServiceId service) {
        for (const FlowInfo& flow : scenario.flows) {
            if (flow.residence != residence || flow.service != service) continue;
            if (flow.rest)
                rest_is_inside_ = is_inside(flow);
            else
                (is_inside(flow) ? inside_ : outside_).push_back(&flow.level);
        }
    }

    double central() const { return of(&Quantity::value, &Quantity::value); }
    double least() const { return of(&Quantity::low, &Quantity::high); }
    double most() const { return of(&Quantity::high, &Quantity::low); }

  private:
    double of(double Quantity::* within, double Quantity::* without) const {
        double all = rest_is_inside_ ? 1.0 : 0.0;
        if (rest_is_inside_)
            for (const Quantity* level : outside_) all -= level->*without;
        else
            for (const Quantity* level : inside_) all += level->*within;
        return std::max(0.0, all);
    }

    std::vector<const Quantity*> inside_, outside_;
    bool rest_is_inside_ = false;
};

} // namespace

std::optional<Shares> seen_shares(const Scenario& scenario, TrustId trust, ServiceId service) {
    const SeenStays* own = nullptr;
    double others_low = 0.0, others_high = 0.0;
    for (const SeenStays& seen : scenario.seen_stays) {
        if (seen.service != service) continue;
        if (seen.trust == trust) {
            own = &seen;
            continue;
        }
        others_low += seen.stays.value * seen.days_per_stay.low;
        others_high += seen.stays.value * seen.days_per_stay.high;
    }
    if (!own || !(others_low > 0.0)) return std::nullopt;
    const double low = own->stays.value * own->days_per_stay.low;
    const double high = own->stays.value * own->days_per_stay.high;
    return Shares{low / (low + others_high), high / (high + others_low)};
}

OccupiedInAll occupied_in_all(const Scenario& scenario, ServiceId service, const std::vector<double>& occupied) {
    OccupiedInAll all;
    const Quantity& level = scenario.of(service).level;
    for (std::size_t r = 0; r < scenario.trusts.size(); ++r) {
        double central = 0.0;
        for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
            const FlowInfo& flow = scenario.flows[f];
            if (flow.residence == TrustId(r) && flow.service == service && is_inside(flow)) central += occupied[f];
        }
        const Inside inside(scenario, TrustId(r), service);
        if (!(central > 0.0) || !(inside.central() > 0.0) || !(level.value > 0.0)) continue;
        const double at_level_1 = central / (inside.central() * level.value);
        all.central += central;
        all.least += at_level_1 * inside.least() * (level.has_interval() ? level.low : level.value);
        all.most += at_level_1 * inside.most() * (level.has_interval() ? level.high : level.value);
    }
    return all;
}

std::vector<UnlikeSplit> splits_unlike_seen(const Scenario& scenario, const std::vector<double>& occupied) {
    std::vector<UnlikeSplit> unlike;
    for (std::size_t s = 0; s < scenario.seen_stays.size(); ++s) {
        const SeenStays& seen = scenario.seen_stays[s];
        const std::optional<Shares> shares = seen_shares(scenario, seen.trust, seen.service);
        const double all = occupied_in_all(scenario, seen.service, occupied).central;
        if (!shares || !(all > 0.0)) continue;
        double own = 0.0;
        for (std::size_t f = 0; f < scenario.flows.size(); ++f) {
            const FlowInfo& flow = scenario.flows[f];
            if (flow.at == seen.trust && flow.service == seen.service) own += occupied[f];
        }
        if (own / all < shares->low || own / all > shares->high) unlike.push_back({s, own / all, *shares});
    }
    return unlike;
}

} // namespace framsyn::study
