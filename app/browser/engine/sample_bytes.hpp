#pragma once

#include "models/study/draws/care_sample.hpp"
#include "models/study/draws/draw_sample.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// A block of draws as bytes, for another instance of the same module: numbers as the machine has them.
std::string bytes_of(const study::DrawSample& sample);
/// Throws UnfitBlock where the bytes aren't such a block.
study::DrawSample draws_from(const std::string& bytes);

/// Outcomes of a block of replications. Names and units aren't among them: whoever joins blocks has the scenario.
struct CareBlock {
    study::Block block;
    std::uint64_t of = 0; ///< fingerprint of its scenario
    std::vector<care::CareOutcome> outcomes;
};
std::string bytes_of(const study::CareSample& sample);
CareBlock care_from(const std::string& bytes);

} // namespace framsyn::app
