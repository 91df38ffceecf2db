#include "models/study/answers/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace framsyn::study {

SortedSample::SortedSample(std::vector<double> values) : values_(std::move(values)) {
    if (values_.empty()) throw std::logic_error("a quantile needs values");
    std::sort(values_.begin(), values_.end());
}

double SortedSample::quantile(double p) const {
    const double place = p * static_cast<double>(values_.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, values_.size() - 1);
    const double share = place - static_cast<double>(below);
    return values_[below] + share * (values_[above] - values_[below]);
}

double SortedSample::share_above(double limit) const {
    const auto first_above = std::upper_bound(values_.begin(), values_.end(), limit);
    return static_cast<double>(values_.end() - first_above) / static_cast<double>(values_.size());
}

double SortedSample::share_below(double limit) const {
    const auto first_not_below = std::lower_bound(values_.begin(), values_.end(), limit);
    return static_cast<double>(first_not_below - values_.begin()) / static_cast<double>(values_.size());
}

double mean_of(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace framsyn::study
