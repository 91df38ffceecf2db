#include "sim/output_analysis.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace framsyn::sim {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

MeanInterval interval(double mean, double variance, std::int64_t count, double level) {
    if (!(level > 0.0 && level < 1.0)) throw std::invalid_argument("mean_interval: the level must lie between 0 and 1");
    if (count < 2) return {count == 0 ? kNaN : mean, std::numeric_limits<double>::infinity(), count};
    return {mean, student_t(level, count - 1) * std::sqrt(variance / static_cast<double>(count)), count};
}

std::vector<double> means_of_batches(std::span<const double> series, std::size_t batch_size) {
    std::vector<double> means(series.size() / batch_size);
    for (std::size_t i = 0; i < means.size(); ++i) means[i] = mean(series.subspan(i * batch_size, batch_size));
    return means;
}

} // namespace

MeanInterval mean_interval(std::span<const double> values, double level) {
    return interval(mean(values), variance(values), static_cast<std::int64_t>(values.size()), level);
}

MeanInterval mean_interval(const Tally& values, double level) {
    return interval(values.mean(), values.variance(), values.count(), level);
}

BatchMeans batch_means(std::span<const double> series, std::size_t batches, double level) {
    if (batches < 2 || series.size() < batches)
        throw std::invalid_argument("batch_means: needs at least two batches and a value for each");
    BatchMeans result;
    result.batch_size = series.size() / batches;
    result.left_out = series.size() % batches;
    const std::vector<double> means = means_of_batches(series.subspan(result.left_out), result.batch_size);
    result.interval = mean_interval(means, level);
    double squares = 0.0;
    double products = 0.0;
    for (std::size_t i = 0; i < batches; ++i) {
        const double deviation = means[i] - result.interval.mean;
        squares += deviation * deviation;
        if (i > 0) products += deviation * (means[i - 1] - result.interval.mean);
    }
    result.lag1 = products / squares;
    return result;
}

Truncation mser5(std::span<const double> series) {
    constexpr std::size_t kBatch = 5;
    constexpr std::size_t kAtLeast = 5; // batch means that must remain
    Truncation result{false, 0, kNaN};
    const std::vector<double> means = means_of_batches(series, kBatch);
    if (means.size() < 2 * kAtLeast) return result;
    Tally rest;
    double smallest = std::numeric_limits<double>::infinity();
    std::size_t best = means.size();
    for (std::size_t d = means.size(); d-- > 0;) {
        rest.add(means[d]);
        const auto remaining = static_cast<double>(rest.count());
        if (rest.count() < static_cast<std::int64_t>(kAtLeast)) continue;
        const double statistic = rest.variance() * (remaining - 1.0) / (remaining * remaining);
        if (statistic <= smallest) {
            smallest = statistic;
            best = d;
        }
    }
    result.found = 2 * best <= means.size();
    result.warm_up = result.found ? kBatch * best : 0;
    result.standard_error = std::sqrt(smallest);
    return result;
}

std::vector<double> mean_path(std::span<const std::vector<double>> replications) {
    if (replications.empty()) return {};
    std::vector<double> path(replications.front().size(), 0.0);
    for (const std::vector<double>& replication : replications) {
        if (replication.size() != path.size()) throw std::invalid_argument("mean_path: replications differ in length");
        for (std::size_t i = 0; i < path.size(); ++i) path[i] += replication[i];
    }
    for (double& value : path) value /= static_cast<double>(replications.size());
    return path;
}

} // namespace framsyn::sim
