#include "models/need/counts.hpp"

#include <algorithm>

namespace framsyn::need {
namespace {

bool is_held(const Anchor& anchor, const Flow& flow) {
    if (!contains(anchor.services, flow.service)) return false;
    for (const TrustId provider : anchor.providers) {
        if (flow.provider == provider) return true;
    }
    return false;
}

/// The common factor that brings the drawn flows of an anchor to so many bed days in year t; 1 where there are none.
double scale_to(double counted, std::size_t t, const Anchor& anchor, const Inputs& inputs, const ExpectedUse& use) {
    double drawn = 0.0;
    for (const Flow& flow : inputs.flows) {
        if (!is_held(anchor, flow)) continue;
        const double days = use.days(flow.residence, inputs.rate_of_service[flow.service.index()], t);
        drawn += flow.level * days;
    }
    return drawn > 0.0 ? counted / drawn : 1.0;
}

/// By year from the base year on.
std::vector<double> scales_of(const Anchor& anchor, const Inputs& inputs, const ExpectedUse& use) {
    std::vector<double> scales{scale_to(anchor.bed_days, 0, anchor, inputs, use)};
    for (std::size_t t = 1; t <= anchor.last_counted() && t < inputs.years(); ++t)
        scales.push_back(scale_to(anchor.bed_days * anchor.counted[t - 1], t, anchor, inputs, use));
    const double last = scales.back();
    while (scales.size() < inputs.years()) {
        const std::size_t after = scales.size() - anchor.last_counted() - 1;
        const double level = anchor.level.empty() ? 1.0 : anchor.level[std::min(after, anchor.level.size() - 1)];
        scales.push_back(last * level);
    }
    return scales;
}

} // namespace

NeedPath held_to_counts(NeedPath path, const Inputs& inputs, const ExpectedUse& use) {
    for (const Anchor& anchor : inputs.anchors) {
        const std::vector<double> scales = scales_of(anchor, inputs, use);
        for (std::size_t f = 0; f < path.flows.size(); ++f) {
            Flow& flow = path.flows[f];
            if (!is_held(anchor, flow)) continue;
            flow.level *= scales.front();
            for (std::size_t t = 0; t < scales.size(); ++t) path.bed_days[f][t] *= scales[t];
            path.last_counted[f] = std::max(path.last_counted[f].value_or(0), anchor.last_counted());
        }
    }
    return path;
}

} // namespace framsyn::need
