#include "models/need/counts.hpp"

namespace framsyn::need {
namespace {

/// The common factor that brings the drawn flows of an anchor to its count; 1 where there are none.
double scale_of(const Anchor& anchor, const Inputs& inputs, const ExpectedUse& use) {
    double drawn = 0.0;
    for (const Flow& flow : inputs.flows) {
        if (flow.provider != anchor.provider || !contains(anchor.services, flow.service)) continue;
        const double days = use.days(flow.residence, inputs.rate_of_service[flow.service.index()], 0);
        drawn += flow.level * days;
    }
    return drawn > 0.0 ? anchor.bed_days / drawn : 1.0;
}

} // namespace

NeedPath held_to_counts(NeedPath path, const Inputs& inputs, const ExpectedUse& use) {
    for (const Anchor& anchor : inputs.anchors) {
        const double scale = scale_of(anchor, inputs, use);
        for (std::size_t f = 0; f < path.flows.size(); ++f) {
            Flow& flow = path.flows[f];
            if (flow.provider != anchor.provider || !contains(anchor.services, flow.service)) continue;
            flow.level *= scale;
            for (double& days : path.bed_days[f]) days *= scale;
        }
    }
    return path;
}

} // namespace framsyn::need
