#pragma once

#include "models/study/verdict/judged_cell.hpp"

#include <string>
#include <vector>

namespace framsyn::study {

/// What is asked for: one figure, every open figure of a service, or how a trust's counted sum is split.
enum class Asking { figure, service, split };

/// A cell that depends today, and the share of the made-up values of a figure that settle it.
struct Settled {
    std::size_t cell = 0; ///< index into Judged::need
    double share = 0.0;
};

/// Figures that nobody counted, and what counting them would decide in a year.
struct OpenFigure {
    Asking asking = Asking::figure;
    std::string name; ///< address of the figure, id of the service, or of the counted sum
    std::vector<std::string> inputs;
    int year = 0;
    std::vector<Settled> cells; ///< that hang on them
    double decided = 0.0;       ///< how many of those no longer depend, in the mean over made-up values
};

/// The trusts' cells of one service whose level isn't known, and how far the verdicts that depend on it would be settled. A
/// made-up value lies anywhere between the ends of the range that the verdict is given on (of a number of rates, of its
/// interval), each as likely; then the ranges of all cells that hang on it are found anew and judged. Most decided first.
/// Groups whose own sum isn't counted hang on their parts and aren't counted here.
std::vector<OpenFigure> open_figures(const Judged& judged, const std::vector<Verdict>& verdicts,
                                     const std::vector<int>& years, const Runner& run);

} // namespace framsyn::study
