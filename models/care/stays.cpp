#include "models/care/stays.hpp"

#include "sim/numerics/elementary.hpp"
#include "sim/numerics/samplers.hpp"

namespace framsyn::care {

StaySampler::StaySampler(const Stay& stay) {
    double total = 0.0;
    for (const StayComponent& component : stay.components) total += component.weight;
    double sum = 0.0;
    for (const StayComponent& component : stay.components) {
        if (!(component.weight > 0.0)) continue;
        sum += component.weight;
        const double log_median = sim::log(component.mean_days) - 0.5 * component.spread * component.spread;
        parts_.push_back({sum / total, component.shape, component.mean_days, log_median, component.spread});
    }
    if (!parts_.empty()) parts_.back().cumulative = 1.0;
}

const StaySampler::Part& StaySampler::part(double choice) const {
    const Part* part = parts_.data();
    while (part->cumulative <= choice) ++part;
    return *part;
}

double StaySampler::Part::draw(double u, sim::RandomSequence more) const {
    switch (shape) {
    case StayShape::lognormal:
        return sim::exp(log_median + spread * sim::normal_quantile(u));
    case StayShape::exponential:
        return sim::exponential(u, mean);
    case StayShape::gamma:
        return sim::gamma(more, 1.0 / (spread * spread), mean);
    case StayShape::fixed:
        break;
    }
    return mean;
}

} // namespace framsyn::care
