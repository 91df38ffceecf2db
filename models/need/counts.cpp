#include "models/need/counts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace framsyn::need {
namespace {

bool is_held(const Anchor& anchor, const Flow& flow) {
    if (!contains(anchor.services, flow.service)) return false;
    for (const TrustId provider : anchor.providers) {
        if (flow.provider == provider) return true;
    }
    return false;
}

/// How much every flow is scaled by in every year, while one count after the other is held.
class Scales {
  public:
    Scales(const Inputs& inputs, const ExpectedUse& use)
        : inputs_(inputs), use_(use), scale_(inputs.flows.size(), std::vector<double>(inputs.years(), 1.0)),
          is_counted_(inputs.flows.size(), std::vector<char>(inputs.years(), 0)) {}

    /// In every year that the anchor counts, its flows that no count before it holds take what those leave, in common.
    void hold(const Anchor& anchor) {
        const std::vector<std::size_t> flows = flows_of(anchor);
        for (std::size_t t = 0; t <= anchor.last_counted() && t < inputs_.years(); ++t) {
            const double scale = scale_to(t == 0 ? anchor.bed_days : anchor.bed_days * anchor.counted[t - 1], t, flows);
            for (const std::size_t f : flows) {
                if (is_counted_[f][t] != 0) continue;
                scale_[f][t] *= scale;
                is_counted_[f][t] = 1;
            }
        }
    }

    /// After a flow's last counted year, by every anchor of the flow: as its level is since then.
    void go_on_from(const std::vector<std::optional<std::size_t>>& last_counted) {
        for (std::size_t f = 0; f < inputs_.flows.size(); ++f) {
            if (!last_counted[f]) continue;
            for (std::size_t t = *last_counted[f] + 1; t < inputs_.years(); ++t) {
                scale_[f][t] = scale_[f][*last_counted[f]];
                for (const Anchor& anchor : inputs_.anchors) {
                    if (is_held(anchor, inputs_.flows[f]))
                        scale_[f][t] *= level_in(anchor, t) / level_in(anchor, *last_counted[f]);
                }
            }
        }
    }

    double of(std::size_t flow, std::size_t t) const { return scale_[flow][t]; }

  private:
    static double level_in(const Anchor& anchor, std::size_t t) {
        if (t <= anchor.last_counted() || anchor.level.empty()) return 1.0;
        return anchor.level[std::min(t - anchor.last_counted(), anchor.level.size()) - 1];
    }

    std::vector<std::size_t> flows_of(const Anchor& anchor) const {
        std::vector<std::size_t> flows;
        for (std::size_t f = 0; f < inputs_.flows.size(); ++f) {
            if (is_held(anchor, inputs_.flows[f])) flows.push_back(f);
        }
        return flows;
    }

    /// The common factor of the flows that aren't counted yet; 1 where there are none.
    double scale_to(double counted, std::size_t t, const std::vector<std::size_t>& flows) const {
        double held = 0.0, drawn = 0.0;
        for (const std::size_t f : flows) {
            const Flow& flow = inputs_.flows[f];
            const double days = use_.days(flow.residence, inputs_.rate_of_service[flow.service.index()], t);
            (is_counted_[f][t] != 0 ? held : drawn) += flow.level * days * scale_[f][t];
        }
        return drawn > 0.0 ? std::max(0.0, counted - held) / drawn : 1.0;
    }

    const Inputs& inputs_;
    const ExpectedUse& use_;
    std::vector<std::vector<double>> scale_;    ///< [flow][year]
    std::vector<std::vector<char>> is_counted_; ///< [flow][year]
};

/// Counts of fewer flows first: a part's count stands, the rest takes what it leaves of the sum's.
std::vector<const Anchor*> narrow_first(const Inputs& inputs) {
    std::vector<std::pair<std::ptrdiff_t, const Anchor*>> anchors;
    for (const Anchor& anchor : inputs.anchors) {
        const auto flows = std::count_if(inputs.flows.begin(), inputs.flows.end(),
                                         [&](const Flow& flow) { return is_held(anchor, flow); });
        anchors.emplace_back(flows, &anchor);
    }
    std::stable_sort(anchors.begin(), anchors.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Anchor*> in_order;
    for (const auto& [flows, anchor] : anchors) in_order.push_back(anchor);
    return in_order;
}

} // namespace

NeedPath held_to_counts(NeedPath path, const Inputs& inputs, const ExpectedUse& use) {
    for (const Anchor& anchor : inputs.anchors) {
        for (std::size_t f = 0; f < path.flows.size(); ++f) {
            if (is_held(anchor, path.flows[f]))
                path.last_counted[f] = std::max(path.last_counted[f].value_or(0), anchor.last_counted());
        }
    }
    Scales scales(inputs, use);
    for (const Anchor* anchor : narrow_first(inputs)) scales.hold(*anchor);
    scales.go_on_from(path.last_counted);
    for (std::size_t f = 0; f < path.flows.size(); ++f) {
        if (!path.last_counted[f]) continue;
        path.flows[f].level *= scales.of(f, 0);
        for (std::size_t t = 0; t < inputs.years(); ++t) path.bed_days[f][t] *= scales.of(f, t);
    }
    return path;
}

} // namespace framsyn::need
