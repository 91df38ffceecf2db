#include "sim/numerics/samplers.hpp"

#include "sim/numerics/batch.hpp"
#include "sim/numerics/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::sim {
namespace {

void require(bool condition, const char* message) {
    if (!condition) throw std::invalid_argument(message);
}

double sum_of_weights(std::span<const double> weights) {
    double total = 0.0;
    for (const double weight : weights) {
        require(weight >= 0.0, "discrete: a weight is negative");
        total += weight;
    }
    require(total > 0.0, "discrete: no weight is positive");
    return total;
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

void Lognormal::batch(std::span<const double> u, std::span<double> out) const {
    normal_quantile_batch(u, out);
    for (double& value : out) value = log_median_ + sigma_ * value;
    exp_batch(out, out);
}

double Lognormal::cdf(double x) const {
    return x > 0.0 ? normal_cdf((log(x) - log_median_) / sigma_) : 0.0;
}

double Lognormal::survival(double x) const {
    return x > 0.0 ? normal_cdf((log_median_ - log(x)) / sigma_) : 1.0;
}

double Lognormal::quantile_above(double q) const {
    return exp(log_median_ - sigma_ * normal_quantile(q));
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
    const double total = sum_of_weights(weights);
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

AliasTable::AliasTable(std::span<const double> weights) {
    const double total = sum_of_weights(weights);
    const auto n = static_cast<double>(weights.size());
    std::vector<std::size_t> small;
    std::vector<std::size_t> large;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        cells_.push_back({weights[i] / total * n, i});
        (cells_[i].own < 1.0 ? small : large).push_back(i);
    }
    while (!small.empty() && !large.empty()) {
        Cell& filled = cells_[small.back()];
        small.pop_back();
        filled.alias = large.back();
        Cell& giver = cells_[large.back()];
        giver.own = (giver.own + filled.own) - 1.0;
        if (giver.own < 1.0) {
            small.push_back(large.back());
            large.pop_back();
        }
    }
    // What is left differs from 1 by rounding, and is its own alias.
}

int AliasTable::operator()(double u) const {
    // Below n also after rounding, as u <= 1 - 2^-53.
    const double position = u * static_cast<double>(cells_.size());
    const auto i = static_cast<std::size_t>(position);
    return static_cast<int>(position - static_cast<double>(i) < cells_[i].own ? i : cells_[i].alias);
}

void exponential_batch(std::span<const double> u, double mean, std::span<double> out) {
    require(u.size() == out.size(), "batch: input and output differ in length");
    for (std::size_t i = 0; i < u.size(); ++i) out[i] = 1.0 - u[i];
    log_batch(out, out);
    for (double& value : out) value = -mean * value;
}

void weibull_batch(std::span<const double> u, double shape, double scale, std::span<double> out) {
    exponential_batch(u, 1.0, out);
    log_batch(out, out);
    for (double& value : out) value = 1.0 / shape * value;
    exp_batch(out, out);
    for (double& value : out) value = scale * value;
}

Exponential::Exponential(double mean) : mean_(mean) {
    require(mean > 0.0, "exponential: needs mean > 0");
}

double Exponential::cdf(double x) const {
    return x > 0.0 ? -expm1(-x / mean_) : 0.0;
}

double Exponential::survival(double x) const {
    return x > 0.0 ? exp(-x / mean_) : 1.0;
}

double Exponential::quantile(double p) const {
    return -mean_ * log1p(-p);
}

double Exponential::quantile_above(double q) const {
    return -mean_ * log(q);
}

Normal::Normal(double mean, double standard_deviation) : mean_(mean), deviation_(standard_deviation) {
    require(standard_deviation > 0.0, "normal: needs a standard deviation > 0");
}

double Normal::cdf(double x) const {
    return normal_cdf((x - mean_) / deviation_);
}

double Normal::survival(double x) const {
    return normal_cdf((mean_ - x) / deviation_);
}

double Normal::quantile_above(double q) const {
    return mean_ - deviation_ * normal_quantile(q);
}

Weibull::Weibull(double shape, double scale) : shape_(shape), scale_(scale) {
    require(shape > 0.0 && scale > 0.0, "weibull: needs shape > 0 and scale > 0");
}

double Weibull::cdf(double x) const {
    return x > 0.0 ? -expm1(-pow(x / scale_, shape_)) : 0.0;
}

double Weibull::survival(double x) const {
    return x > 0.0 ? exp(-pow(x / scale_, shape_)) : 1.0;
}

double Weibull::quantile(double p) const {
    return scale_ * pow(-log1p(-p), 1.0 / shape_);
}

double Weibull::quantile_above(double q) const {
    return scale_ * pow(-log(q), 1.0 / shape_);
}

Hyperexponential::Hyperexponential(std::span<const double> weights, std::span<const double> means)
    : Mixture(weights, std::vector<Exponential>(means.begin(), means.end())) {}

Hyperexponential Hyperexponential::balanced(double mean, double squared_variation) {
    require(squared_variation >= 1.0, "hyperexponential: needs a squared coefficient of variation of at least 1");
    const double excess = std::sqrt((squared_variation - 1.0) / (squared_variation + 1.0));
    const double weights[] = {0.5 * (1.0 + excess), 0.5 * (1.0 - excess)};
    const double means[] = {0.5 * mean / weights[0], 0.5 * mean / weights[1]};
    return {weights, means};
}

Empirical::Empirical(std::vector<double> sorted) : sorted_(std::move(sorted)) {
    require(!sorted_.empty() && std::is_sorted(sorted_.begin(), sorted_.end()), "empirical: needs rising values");
}

double Empirical::operator()(double u) const {
    const double position = u * static_cast<double>(sorted_.size() - 1);
    const auto i = static_cast<std::size_t>(position);
    if (i + 1 >= sorted_.size()) return sorted_.back();
    return sorted_[i] + (position - static_cast<double>(i)) * (sorted_[i + 1] - sorted_[i]);
}

double Empirical::resample(double u) const {
    return sorted_[static_cast<std::size_t>(u * static_cast<double>(sorted_.size()))];
}

} // namespace framsyn::sim
