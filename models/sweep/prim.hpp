#pragma once

#include <cstddef>
#include <vector>

namespace framsyn::sweep {

/// A parameter of a box: from low up to and with high. Where it is free on a side, that is the least or the greatest value of
/// all points.
struct Side {
    std::size_t parameter = 0;
    double low = 0.0;
    double high = 0.0;
    bool low_cut = false, high_cut = false; ///< whether the box leaves points out on this side
    double chance = 0.0; ///< how likely the box would be as dense without this side's cut, by chance (binomial)
};

/// A box and what it says of the cases of interest.
struct Box {
    std::vector<Side> sides; ///< only those that are cut, by parameter
    std::size_t points = 0;  ///< inside
    std::size_t cases = 0;   ///< of interest inside
    double coverage = 0.0;   ///< share of all cases of interest that are inside
    double density = 0.0;    ///< share of the points inside that are of interest
};

struct PrimOptions {
    double peel = 0.05;        ///< at most this share of the points inside is peeled off at once
    double least_mass = 0.05;  ///< of all points, in a box
    double most_chance = 0.05; ///< limits that are likelier than this to be chance are given up
};

/// The patient rule induction method of Friedman and Fisher (1999), Stat. Comput. 9: from the box of all points on a slice
/// is peeled off, again and again, whichever leaves the greatest density inside; then the box grows again while its density
/// doesn't fall (pasting). Of the boxes on the way that one is given whose coverage × density is greatest, the larger of
/// equals, without the limits that it would do as well without. `parameters[i][point]`; a parameter of few values is peeled a value at a time. No sides where nothing, or
/// everything, is of interest.
Box prim(const std::vector<std::vector<double>>& parameters, const std::vector<char>& of_interest,
         const PrimOptions& options = {});

} // namespace framsyn::sweep
