#include "models/need/changes.hpp"

#include "models/values/date.hpp"

#include <stdexcept>

namespace framsyn::need {

NeedPath with_factors(NeedPath path, const Inputs& inputs) {
    for (const ChangeFactor& factor : inputs.factors) {
        for (std::size_t f = 0; f < path.flows.size(); ++f) {
            if (!contains(factor.services, path.flows[f].service)) continue;
            for (std::size_t t = 0; t < path.bed_days[f].size(); ++t) {
                path.bed_days[f][t] *= 1.0 + factor.effect * factor.realised[t];
            }
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
            path.bed_days[f][t] += share * stock.beds_per_year * static_cast<double>(t) * days;
        }
    }
    return path;
}

} // namespace framsyn::need
