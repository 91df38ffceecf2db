#pragma once

#include "models/demography/rates/lee_carter_cells.hpp"

#include <vector>

namespace framsyn::demography {

/// One sex of ln m(x, t) = a(x) + b(x) k(t), with Σ b = 1 over single ages and Σ k = 0 over fitted years.
struct LeeCarterSex {
    AgeVector a; ///< 0 to oldest fitted age: mean log death rate over fitted years, of the age's group
    AgeVector b; ///< 0 to oldest fitted age: relative speed; the same within a group, any sign, 0 if left out
    std::vector<bool> left_out; ///< by age: too few deaths for a trend of its own
    std::vector<double> k;      ///< by year of the counts: level; for years not fitted, the k that suits a and b best
    double deviance = 0.0;      ///< Poisson deviance over fitted years and groups
    double deviance_without_trend = 0.0; ///< the same with k = 0 (a from the pooled rates)
    int degrees_of_freedom = 0;          ///< cells − parameters + constraints
    int rounds = 0;
    bool converged = false;

    /// Share of the deviance around constant rates that the common trend explains, 0 to 1.
    double explained_share() const { return 1.0 - deviance / deviance_without_trend; }
};

struct LeeCarterFit {
    int first_year = 0;       ///< of k: the first year of the counts
    std::vector<bool> fitted; ///< by year of the counts: counted in the fit
    LeeCarterSex women, men;

    const LeeCarterSex& of(Sex sex) const { return sex == Sex::female ? women : men; }
};

/// Poisson log-bilinear fit, D(x, t) ~ Poisson(E(x, t) m(x, t)): Lee and Carter (1992), JASA 87(419), as estimated by
/// Brouhns, Denuit and Vermunt (2002), Insurance: Mathematics and Economics 31, section 3: one-dimensional Newton steps
/// for a, k and b in turn, none of which may move a log rate by more than 1. Cells with no deaths or no person-years are
/// no trouble. Deterministic. Throws std::invalid_argument if counts or options are impossible, fewer than three years are
/// fitted, nobody died in a year, or there is no common trend to speak of; check `converged`.
LeeCarterFit fit_lee_carter(const DeathCounts& counts, const LeeCarterOptions& options);

} // namespace framsyn::demography
