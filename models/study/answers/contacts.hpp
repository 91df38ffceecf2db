#pragma once

#include "models/study/answers/comparison.hpp"
#include "models/study/draws/draw_sample.hpp"

#include <vector>

namespace framsyn::study {

/// Day or outpatient contacts that actions put in the place of stays (care-level with contacts for each stay), where the
/// stays would have been.
struct Contacts {
    WhichTrust at;
    ServiceId service;
    std::vector<std::vector<double>> by_year; ///< [year from the base year][draw]: contacts a year
};

/// One for each place and service that has any.
std::vector<Contacts> contacts_of(const Scenario& scenario, const DrawSample& draws);

/// As rows of a comparison, by place and service, and summed to groups and the region: medians, the median of the differences within draws and 80 % of them. Years that both have.
std::vector<ComparisonRow> contact_rows(const Scenario& base, const DrawSample& base_draws, const Scenario& alternative,
                                        const DrawSample& alternative_draws);

} // namespace framsyn::study
