#pragma once

#include "models/need/expected_use.hpp"
#include "models/study/draws/draw_sample.hpp"

#include <vector>

namespace framsyn::study {

/// All that need takes of a draw's people, for a block of draws. It is the same for every scenario with these people, rates
/// and seed, however else they differ: many of them are studied without projecting anybody twice.
class UseSample {
  public:
    /// `people`: where to keep the people of the first draws, as many as it has room for; nullptr: nowhere.
    UseSample(const Scenario& scenario, const Block& block, const Runner& run, PopulationSample* people = nullptr);

    const Block& block() const { return block_; }
    /// Whether the draws of another scenario have the same people, and its services the same rates.
    bool holds_for(const Scenario& other) const;
    /// What sample_draws gives of the block with People::left_out, bit for bit. Only where holds_for(scenario).
    DrawSample draws_of(const Scenario& scenario, const Runner& run = one_after_the_other) const;
    /// The need of the first `count` draws where each has one group from the draw before it, the first from the last:
    /// people where the group is demography, otherwise numbers. Only where holds_for(scenario).
    DrawSample moved_draws_of(const Scenario& scenario, VarianceGroup group, std::size_t count,
                              const Runner& run) const;

  private:
    Scenario people_; ///< what the draws' use follows from
    Block block_;
    std::vector<need::ExpectedUse> use_; ///< by draw
};

} // namespace framsyn::study
