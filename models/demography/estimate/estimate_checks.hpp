#pragma once

#include "models/demography/cohorts.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace framsyn::demography {

inline void require_for_estimate(bool holds, const std::string& what) {
    if (!holds) throw std::invalid_argument("Estimation from observed populations: " + what);
}

/// Throws unless all populations have 106 ages, the same areas (at least one) and finite numbers that aren't negative.
inline void check_history(const std::vector<Cohorts>& observed, std::size_t fewest) {
    require_for_estimate(observed.size() >= fewest, "at least " + std::to_string(fewest) + " 1 Januaries are needed");
    for (const Cohorts& population : observed) {
        require_for_estimate(population.rows() == age_count, "a population needs 106 ages, 0 to 105+");
        require_for_estimate(population.cols() >= sex_count && population.cols() % sex_count == 0 &&
                                 population.cols() == observed.front().cols(),
                             "a population needs two columns for each area, the same areas every year");
        require_for_estimate(population.isFinite().all() && (population >= 0.0).all(),
                             "persons have to be numbers that are not negative");
    }
}

/// The same for the country that areas are held against: as many 1 Januaries, one area.
inline void check_reference(const std::vector<Cohorts>& reference, std::size_t years) {
    check_history(reference, years);
    require_for_estimate(reference.size() == years && reference.front().cols() == sex_count,
                         "the reference has to be one area, observed on the same 1 Januaries");
}

} // namespace framsyn::demography
