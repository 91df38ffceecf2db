#include "models/need/need.hpp"

#include <algorithm>
#include <stdexcept>

namespace framsyn::need {
namespace {

using demography::Cohorts;
using demography::Sex;

/// Σ over sex and age of rate × person-years, women first, ages ascending.
double use_of(const Cohorts& january, const Cohorts& next_january, std::size_t residence,
              const demography::AgeSexTable& rate) {
    double days = 0.0;
    for (const Sex sex : {Sex::female, Sex::male}) {
        const Eigen::Index col = demography::column(residence, sex);
        for (Eigen::Index age = 0; age < demography::age_count; ++age) {
            days += rate(age, static_cast<Eigen::Index>(sex)) * 0.5 * (january(age, col) + next_january(age, col));
        }
    }
    return days;
}

bool contains(const std::vector<std::size_t>& services, std::size_t service) {
    return std::find(services.begin(), services.end(), service) != services.end();
}

/// The common factor that brings the drawn flows of an anchor to its base-year sum; 1 where there are none.
double scale_of(const Anchor& anchor, const Inputs& inputs, const ExpectedUse& use) {
    double drawn = 0.0;
    double central = 0.0;
    for (const Flow& flow : inputs.flows) {
        if (flow.place != anchor.place || !contains(anchor.services, flow.service)) continue;
        const double days = use.days(flow.residence, inputs.rate_of_service[flow.service], 0);
        drawn += flow.level * days;
        central += flow.central_level * days;
    }
    return drawn > 0.0 ? anchor.factor * central / drawn : 1.0;
}

void apply_anchors(NeedPath& path, const Inputs& inputs, const ExpectedUse& use) {
    for (const Anchor& anchor : inputs.anchors) {
        const double scale = scale_of(anchor, inputs, use);
        for (std::size_t f = 0; f < path.flows.size(); ++f) {
            if (path.flows[f].place != anchor.place || !contains(anchor.services, path.flows[f].service)) continue;
            path.flows[f].level *= scale;
            for (double& days : path.bed_days[f]) days *= scale;
        }
    }
}

void apply_factors(NeedPath& path, const Inputs& inputs) {
    for (const ChangeFactor& factor : inputs.factors) {
        for (std::size_t f = 0; f < path.flows.size(); ++f) {
            if (!contains(factor.services, path.flows[f].service)) continue;
            for (std::size_t t = 0; t < path.bed_days[f].size(); ++t) {
                path.bed_days[f][t] *= 1.0 + factor.effect * factor.realised[t];
            }
        }
    }
}

/// A stock is counted where it is treated; its residences are those of the flows to that place in the base year.
void add_stock(NeedPath& path, const AddedStock& stock) {
    const auto belongs = [&](const Flow& flow) { return flow.place == stock.place && flow.service == stock.service; };
    double base = 0.0;
    for (std::size_t f = 0; f < path.flows.size(); ++f) {
        if (belongs(path.flows[f])) base += path.bed_days[f][0];
    }
    if (!(base > 0.0)) throw std::logic_error("an added stock needs a flow with bed days in the base year");
    for (std::size_t f = 0; f < path.flows.size(); ++f) {
        if (!belongs(path.flows[f])) continue;
        const double share = path.bed_days[f][0] / base;
        for (std::size_t t = 0; t < path.bed_days[f].size(); ++t) {
            path.bed_days[f][t] += share * stock.beds_per_year * static_cast<double>(t) * operating_days;
        }
    }
}

} // namespace

ExpectedUse::ExpectedUse(const demography::PopulationPath& population, const Inputs& inputs)
    : rates_(inputs.use_rates.size()), years_(inputs.years()), days_(inputs.trusts * rates_ * years_) {
    for (std::size_t t = 0; t < years_; ++t) {
        const int year = inputs.base_year + static_cast<int>(t);
        const Cohorts& january = population.on_1_january(year);
        const Cohorts& next_january = population.on_1_january(year + 1);
        for (std::size_t residence = 0; residence < inputs.trusts; ++residence) {
            for (std::size_t rate = 0; rate < rates_; ++rate) {
                days_[(residence * rates_ + rate) * years_ + t] =
                    use_of(january, next_january, residence, inputs.use_rates[rate]);
            }
        }
    }
}

NeedPath project_need(const demography::PopulationPath& population, const Inputs& inputs) {
    const ExpectedUse use(population, inputs);
    NeedPath path{inputs.base_year, inputs.flows, {}};
    path.bed_days.resize(inputs.flows.size(), std::vector<double>(inputs.years()));
    for (std::size_t f = 0; f < inputs.flows.size(); ++f) {
        const Flow& flow = inputs.flows[f];
        const std::size_t rate = inputs.rate_of_service[flow.service];
        for (std::size_t t = 0; t < inputs.years(); ++t) {
            path.bed_days[f][t] = flow.level * use.days(flow.residence, rate, t);
        }
    }
    apply_anchors(path, inputs, use);
    apply_factors(path, inputs);
    for (const AddedStock& stock : inputs.stocks) add_stock(path, stock);
    return path;
}

} // namespace framsyn::need
