#include "models/study/answers/variance.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace framsyn::study {

DrawnOutcomes DrawnOutcomes::of(const std::vector<double>& values, std::size_t each) {
    if (each == 0 || values.size() % each != 0) throw std::invalid_argument("every draw has as many values");
    DrawnOutcomes outcomes;
    outcomes.each = each;
    const auto count = static_cast<double>(each);
    for (std::size_t first = 0; first < values.size(); first += each) {
        double mean = 0.0;
        for (std::size_t i = 0; i < each; ++i) mean += values[first + i] / count;
        outcomes.by_draw.push_back(mean);
        if (each == 1) continue;
        for (std::size_t i = 0; i < each; ++i)
            outcomes.within += (values[first + i] - mean) * (values[first + i] - mean) / (count - 1.0);
    }
    if (!values.empty()) outcomes.within /= static_cast<double>(outcomes.by_draw.size());
    return outcomes;
}

VarianceEstimate::VarianceEstimate(DrawnOutcomes outcomes) : own_(std::move(outcomes)) {
    const auto count = static_cast<double>(own_.by_draw.size());
    if (own_.by_draw.size() < 2) return;
    for (const double y : own_.by_draw) mean_ += y / count;
    for (const double y : own_.by_draw) between_ += (y - mean_) * (y - mean_) / (count - 1.0);
    const double total = between_ + own_.within * (1.0 - 1.0 / static_cast<double>(own_.each));
    // The mean of values that are all the same may miss them by a rounding.
    constexpr double rounding = 1e-20;
    total_ = total > rounding * mean_ * mean_ ? total : 0.0;
}

void VarianceEstimate::take(VarianceGroup group, const DrawnOutcomes& moved) {
    const std::vector<double>& own = own_.by_draw;
    if (moved.by_draw.size() != own.size()) throw std::invalid_argument("as many draws are moved as there are");
    if (!(between_ > 0.0)) return;
    double together = 0.0;
    double apart = 0.0;
    for (std::size_t k = 0; k < own.size(); ++k) {
        const double before = own[k == 0 ? own.size() - 1 : k - 1];
        together += (before - mean_) * (moved.by_draw[k] - own[k]);
        apart += (before - moved.by_draw[k]) * (before - moved.by_draw[k]);
    }
    const auto count = static_cast<double>(own.size());
    const double small = together / count;
    const double large = between_ - apart / (2.0 * count);
    const double weight = std::clamp(small / between_, 0.0, 1.0);
    group_[static_cast<std::size_t>(group)] = (1.0 - weight) * small + weight * large;
}

VarianceShares VarianceEstimate::shares() const {
    VarianceShares shares;
    shares.chance = own_.within / total_;
    shares.interaction = 1.0 - shares.chance;
    for (std::size_t g = 0; g < group_.size(); ++g) {
        shares.group[g] = group_[g] / total_;
        shares.interaction -= shares.group[g];
    }
    return shares;
}

} // namespace framsyn::study
