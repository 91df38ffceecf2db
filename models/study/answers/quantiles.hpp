#pragma once

#include <algorithm>
#include <vector>

namespace framsyn::study {

/// A sample in ascending order, for quantiles and shares.
class SortedSample {
  public:
    explicit SortedSample(std::vector<double> values);

    /// Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7). 0 ≤ p ≤ 1.
    double quantile(double p) const;
    double median() const { return quantile(0.5); }
    /// Share of the values strictly above (below) a limit.
    double share_above(double limit) const;
    double share_below(double limit) const;
    /// Share of the values for which something holds that holds for every greater value too.
    template <class Holds>
    double share_where(const Holds& holds) const {
        const auto first =
            std::partition_point(values_.begin(), values_.end(), [&](double value) { return !holds(value); });
        return static_cast<double>(values_.end() - first) / static_cast<double>(values_.size());
    }

  private:
    std::vector<double> values_;
};

/// Mean by summation in the given order.
double mean_of(const std::vector<double>& values);

} // namespace framsyn::study
