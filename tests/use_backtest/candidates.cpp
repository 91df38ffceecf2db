#include "tests/use_backtest/candidates.hpp"

#include <algorithm>
#include <cmath>

namespace framsyn::use_backtest {
namespace {

constexpr std::size_t longest_lag = 6;

double mean_of(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace

double pooled_variance(const Levels& levels) {
    double squares = 0.0, degrees = 0.0;
    for (const std::vector<double>& series : levels) {
        const double mean = mean_of(series);
        for (const double level : series) squares += (level - mean) * (level - mean);
        degrees += static_cast<double>(series.size() - 1);
    }
    return squares / degrees;
}

double pooled_memory(const Levels& levels) {
    const auto n = static_cast<double>(levels.front().size());
    double products = 0.0, squares = 0.0;
    for (const std::vector<double>& series : levels) {
        const double mean = mean_of(series);
        for (std::size_t t = 0; t < series.size(); ++t) {
            squares += (series[t] - mean) * (series[t] - mean);
            if (t + 1 < series.size()) products += (series[t] - mean) * (series[t + 1] - mean);
        }
    }
    const double seen = products / squares * n / (n - 1.0);
    return std::clamp((n * seen + 1.0) / (n - 3.0), 0.0, 0.95);
}

WalkAndNoise walk_and_noise(const Levels& levels) {
    const std::size_t lags = std::min(levels.front().size() - 1, longest_lag);
    double w = 0.0, wk = 0.0, wkk = 0.0, wv = 0.0, wkv = 0.0;
    for (std::size_t k = 1; k <= lags; ++k) {
        double squares = 0.0, pairs = 0.0;
        for (const std::vector<double>& series : levels) {
            for (std::size_t t = 0; t + k < series.size(); ++t) {
                squares += (series[t + k] - series[t]) * (series[t + k] - series[t]);
                pairs += 1.0;
            }
        }
        const auto lag = static_cast<double>(k);
        w += pairs;
        wk += pairs * lag;
        wkk += pairs * lag * lag;
        wv += squares;
        wkv += lag * squares;
    }
    const double walk = (w * wkv - wk * wv) / (w * wkk - wk * wk);
    const double noise = 0.5 * (wv - walk * wk) / w;
    if (walk < 0.0) return {0.0, 0.5 * wv / w};
    if (noise < 0.0) return {wkv / wkk, 0.0};
    return {walk, noise};
}

double common_share(const Levels& levels) {
    std::vector<std::vector<double>> changes;
    for (const std::vector<double>& series : levels) {
        std::vector<double>& of = changes.emplace_back();
        for (std::size_t t = 1; t < series.size(); ++t) of.push_back(series[t] - series[t - 1]);
        const double mean = mean_of(of);
        for (double& change : of) change -= mean;
    }
    const auto product = [&](std::size_t a, std::size_t b) {
        double sum = 0.0;
        for (std::size_t t = 0; t < changes[a].size(); ++t) sum += changes[a][t] * changes[b][t];
        return sum;
    };
    double variances = 0.0, covariances = 0.0, pairs = 0.0;
    for (std::size_t a = 0; a < changes.size(); ++a) {
        variances += product(a, a) / static_cast<double>(changes.size());
        for (std::size_t b = 0; b < a; ++b) {
            covariances += product(a, b);
            pairs += 1.0;
        }
    }
    return pairs > 0.0 && variances > 0.0 ? std::max(0.0, covariances / pairs / variances) : 0.0;
}

std::vector<Forecast> constant(const Levels& levels, int) {
    const double variance = pooled_variance(levels);
    std::vector<Forecast> forecasts;
    for (const std::vector<double>& series : levels)
        forecasts.push_back({mean_of(series), std::sqrt(variance * (1.0 + 1.0 / static_cast<double>(series.size())))});
    return forecasts;
}

std::vector<Forecast> returning(const Levels& levels, int horizon) {
    const double variance = pooled_variance(levels);
    const double memory = pooled_memory(levels);
    const double left = std::pow(memory, horizon);
    std::vector<Forecast> forecasts;
    for (const std::vector<double>& series : levels) {
        const double mean = mean_of(series);
        const double counted = std::max(1.0, static_cast<double>(series.size()) * (1.0 - memory) / (1.0 + memory));
        const double of_mean = (1.0 - left) * (1.0 - left) * variance / counted;
        forecasts.push_back(
            {mean + left * (series.back() - mean), std::sqrt(variance * (1.0 - left * left) + of_mean)});
    }
    return forecasts;
}

std::vector<Forecast> walking(const Levels& levels, int horizon) {
    const WalkAndNoise of = walk_and_noise(levels);
    std::vector<Forecast> forecasts;
    for (const std::vector<double>& series : levels) {
        double mean = series.front();
        double variance = of.noise;
        for (std::size_t t = 1; t < series.size(); ++t) {
            variance += of.walk;
            const double gain = variance + of.noise > 0.0 ? variance / (variance + of.noise) : 1.0;
            mean += gain * (series[t] - mean);
            variance *= 1.0 - gain;
        }
        forecasts.push_back({mean, std::sqrt(variance + horizon * of.walk + of.noise)});
    }
    return forecasts;
}

} // namespace framsyn::use_backtest
