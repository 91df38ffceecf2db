#include "models/need/need.hpp"

#include "models/need/changes.hpp"
#include "models/need/counts.hpp"

namespace framsyn::need {
namespace {

/// Trinn 1: level × use at the table's rates.
NeedPath at_levels(const Inputs& inputs, const ExpectedUse& use) {
    NeedPath path{inputs.base_year, inputs.flows, {}, {}, {}, {}};
    path.last_counted.resize(inputs.flows.size());
    path.bed_days.resize(inputs.flows.size(), std::vector<double>(inputs.years()));
    for (std::size_t f = 0; f < inputs.flows.size(); ++f) {
        const Flow& flow = inputs.flows[f];
        const std::size_t rate = inputs.rate_of_service[flow.service.index()];
        for (std::size_t t = 0; t < inputs.years(); ++t) {
            path.bed_days[f][t] = flow.level * use.days(flow.residence, rate, t);
        }
    }
    return path;
}

} // namespace

NeedPath project_need(const demography::PopulationPath& population, const Inputs& inputs) {
    return project_need(ExpectedUse(population, inputs), inputs);
}

NeedPath project_need(const ExpectedUse& use, const Inputs& inputs) {
    NeedPath path = at_levels(inputs, use);
    path = held_to_counts(std::move(path), inputs, use);
    path = with_factors(std::move(path), inputs);
    for (const AddedStock& stock : inputs.stocks) path = with_stock(std::move(path), stock);
    return with_actions(std::move(path), use, inputs);
}

} // namespace framsyn::need
