#include "sim/numerics/samplers.hpp"

#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::sim {
namespace {

void require(bool condition, const char* message) {
    if (!condition) throw std::invalid_argument(message);
}

// Gamma of shape >= 1 and scale 1.
double standard_gamma(RandomSequence& sequence, double shape) {
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double z = normal_quantile(sequence.next());
        const double u = sequence.next();
        const double root = 1.0 + c * z;
        if (root <= 0.0) continue;
        const double v = root * root * root;
        if (log(u) < 0.5 * z * z + d * (1.0 - v + log(v))) return d * v;
    }
}

} // namespace

double exponential(double u, double mean) {
    return -mean * log(1.0 - u);
}

double normal(double u, double mean, double standard_deviation) {
    return mean + standard_deviation * normal_quantile(u);
}

double weibull(double u, double shape, double scale) {
    return scale * pow(-log(1.0 - u), 1.0 / shape);
}

Lognormal::Lognormal(double mean, double sigma) : log_median_(log(mean) - 0.5 * sigma * sigma), sigma_(sigma) {
    require(mean > 0.0 && sigma >= 0.0, "lognormal: needs mean > 0 and sigma >= 0");
}

double Lognormal::operator()(double u) const {
    return exp(log_median_ + sigma_ * normal_quantile(u));
}

double gamma(RandomSequence& sequence, double shape, double mean) {
    require(shape > 0.0 && mean > 0.0, "gamma: needs shape > 0 and mean > 0");
    if (shape >= 1.0) return standard_gamma(sequence, shape) * (mean / shape);
    const double boosted = standard_gamma(sequence, shape + 1.0);
    return boosted * pow(sequence.next(), 1.0 / shape) * (mean / shape);
}

double erlang(RandomSequence& sequence, int stages, double mean) {
    require(stages >= 1 && mean > 0.0, "erlang: needs stages >= 1 and mean > 0");
    double sum = 0.0;
    for (int stage = 0; stage < stages; ++stage) sum += exponential(sequence.next(), mean / stages);
    return sum;
}

Poisson::Poisson(double mean) {
    require(mean >= 0.0 && mean <= 500.0, "poisson: needs a mean from 0 to 500");
    double probability = exp(-mean);
    double sum = probability;
    cumulative_.push_back(sum);
    // As far as a uniform of 52 bits can tell.
    for (int n = 1; n < mean || probability > 0x1p-54; ++n) {
        probability *= mean / n;
        sum += probability;
        cumulative_.push_back(sum);
    }
    cumulative_.back() = 1.0;
    mode_ = static_cast<int>(mean);
}

int Poisson::operator()(double u) const {
    auto n = static_cast<std::size_t>(mode_);
    if (n >= cumulative_.size()) n = cumulative_.size() - 1;
    while (n > 0 && cumulative_[n - 1] > u) --n;
    while (cumulative_[n] <= u) ++n;
    return static_cast<int>(n);
}

Discrete::Discrete(std::span<const double> weights) {
    double total = 0.0;
    for (const double weight : weights) {
        require(weight >= 0.0, "discrete: a weight is negative");
        total += weight;
    }
    require(total > 0.0, "discrete: no weight is positive");
    double sum = 0.0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += weights[i];
        cumulative_.push_back(sum / total);
        if (weights[i] > 0.0) last = i;
    }
    std::fill(cumulative_.begin() + static_cast<std::ptrdiff_t>(last), cumulative_.end(), 1.0);
}

int Discrete::operator()(double u) const {
    std::size_t i = 0;
    while (cumulative_[i] <= u) ++i;
    return static_cast<int>(i);
}

} // namespace framsyn::sim
