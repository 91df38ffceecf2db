#pragma once

#include "models/study/information/open_figures.hpp"
#include "models/study/information/triggers.hpp"
#include "models/study/information/value_of_information.hpp"
#include "models/study/study.hpp"

#include <vector>

namespace framsyn::study {

/// Which figure first: what knowing more would settle, in some years.
struct Questions {
    Study study; ///< need alone
    std::vector<CellInformation> worth;
    std::vector<OpenFigure> open;
    std::vector<Trigger> triggers;
};

/// Of a study that has been made, with its draws; the people are projected once more.
Questions questions_of(const Study& study, const std::vector<int>& years);

/// The people are projected once; their need is computed twice, the second time with every number at its value.
Questions questions_of(const Scenario& scenario, const Block& draws, const std::vector<int>& years,
                       const Runner& run = one_after_the_other);

} // namespace framsyn::study
