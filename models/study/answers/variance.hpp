#pragma once

#include "models/study/draws/parameter_group.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace framsyn::study {

/// A number's outcomes for shares of its variance: of each draw the mean of `each` values in a row, one, or the two of a pair
/// of replications that share the draw.
struct DrawnOutcomes {
    std::vector<double> by_draw;
    double within = 0.0; ///< mean variance between the values of a draw; 0 where each has one
    std::size_t each = 1;

    static DrawnOutcomes of(const std::vector<double>& values, std::size_t each);
};

/// Shares of the variance of one value: each group alone, chance, and what is left, which draws share by acting together.
/// They sum to 1; each is an estimate and may be a little below 0.
struct VarianceShares {
    std::array<double, variance_groups.size()> group{};
    double chance = 0.0;
    double interaction = 0.0;
};

/// First-order shares by pick-freeze. Beside the outcomes of a number it takes, for each group that varies, those where every
/// draw has that group from the draw before it (the first from the last) and all else, chance too, of its own. With y the
/// outcomes and m those moved, a share is cov(y of the draw before, m − y) (Saltelli et al. 2010), which is exact where
/// the group does nothing, and 1 − ½ mean (y of the draw before − m)² (Jansen 1999), exact where it does all, each weighted
/// by how much the group does.
class VarianceEstimate {
  public:
    explicit VarianceEstimate(DrawnOutcomes outcomes);

    /// Whether the outcomes vary; otherwise there are no shares.
    bool varies() const { return total_ > 0.0; }
    void take(VarianceGroup group, const DrawnOutcomes& moved);
    /// Groups that weren't taken have none. Only where the outcomes vary.
    VarianceShares shares() const;

  private:
    DrawnOutcomes own_;
    double mean_ = 0.0;
    double between_ = 0.0; ///< variance of the draws' means, so with some of the chance
    double total_ = 0.0;   ///< of one value
    std::array<double, variance_groups.size()> group_{};
};

} // namespace framsyn::study
