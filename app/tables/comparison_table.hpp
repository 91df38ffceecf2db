#pragma once

#include "app/ground/tidy_table.hpp"
#include "models/study/answers/comparison.hpp"
#include "models/study/answers/regret.hpp"
#include "models/study/study.hpp"

#include <string>
#include <vector>

namespace framsyn::app {

/// What one scenario changes.
struct ScenarioComparison {
    std::string scenario; ///< id
    std::vector<study::ComparisonRow> rows;
};

/// A scenario's rows, then those where what is said to be effected comes by half and not at all, as scenarios `<id>@half`
/// and `<id>@none`.
std::vector<ScenarioComparison> with_weaker(const std::string& id, const std::vector<study::ComparisonRow>& rows,
                                            const std::vector<study::WeakerEffects>& weaker);

/// comparison.csv: every scenario's rows, one scenario after the other. `keep` asks for its rows as values too.
TidyTable comparison_table(const std::vector<ScenarioComparison>& scenarios, bool keep);

/// regret.csv: beds short and beds empty of every scenario in every future.
TidyTable regret_table(const std::vector<study::RegretRow>& rows, bool keep);

} // namespace framsyn::app
