#pragma once

#include "models/study/study.hpp"

#include <functional>

namespace framsyn::study {

/// The study where one group is moved.
using MovedStudy = std::function<void(VarianceGroup group, const Study& moved)>;

/// For each group that varies between the draws: the same study where every draw has that group from the draw before it
/// (the first from the last) and all else, the chance of its replications too, of its own. Beside the study itself it is the extra design of
/// shares of variance (answers/variance.hpp): the people are projected once more, need and care once for each such group.
void for_each_moved(const Study& study, const MovedStudy& visit);

} // namespace framsyn::study
