#include "models/need/counts.hpp"

namespace framsyn::need {
namespace {

bool is_held(const Anchor& anchor, const Flow& flow) {
    if (!contains(anchor.services, flow.service)) return false;
    for (const TrustId provider : anchor.providers) {
        if (flow.provider == provider) return true;
    }
    return false;
}

/// The common factor that brings the drawn flows of an anchor to its count; 1 where there are none.
double scale_of(const Anchor& anchor, const Inputs& inputs, const ExpectedUse& use) {
    double drawn = 0.0;
    for (const Flow& flow : inputs.flows) {
        if (!is_held(anchor, flow)) continue;
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
            if (!is_held(anchor, flow)) continue;
            flow.level *= scale;
            for (double& days : path.bed_days[f]) days *= scale;
        }
    }
    return path;
}

} // namespace framsyn::need
