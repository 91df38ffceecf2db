#pragma once

#include "models/care/summary.hpp"
#include "models/study/draws/draw_sample.hpp"

namespace framsyn::study {

/// What a block of replications of care gave, each on its own.
struct CareSample {
    Block block;
    std::uint64_t of = 0;   ///< fingerprint of its scenario
    care::CareInputs frame; ///< names, units and years, which are the same in every draw
    std::vector<care::CareOutcome> outcomes;
};

/// The draws that a block of replications needs: 2k and 2k + 1 share draw k.
Block draws_of(const Block& replications);

/// Simulates the block's replications on the bed days of their draws, which the sample must hold. The same numbers for
/// any runner. Throws UnfitBlock for a block of none, and where the draws aren't there.
CareSample simulate_care(const Scenario& scenario, const DrawSample& draws, const Block& replications,
                         const Runner& run);

/// The sample of outcomes that were simulated elsewhere, whose first draw the draws hold. Throws UnfitBlock.
CareSample care_of_outcomes(const Scenario& scenario, const DrawSample& draws, const Block& replications,
                            std::vector<care::CareOutcome> outcomes);

/// The blocks as one, bit for bit what one sample of all of them is. Throws UnfitBlock.
CareSample joined(CareSample first, const CareSample& next);

} // namespace framsyn::study
