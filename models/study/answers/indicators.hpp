#pragma once

#include "models/capacity/bed_plan.hpp"
#include "models/demography/project/project.hpp"
#include "models/study/answers/reproduction.hpp"
#include "models/study/scenario/scenario.hpp"

#include <optional>
#include <string>
#include <vector>

namespace framsyn::study {

/// Whether a figure is what it should be.
enum class IndicatorStatus { met, not_met, no_target, not_computable, not_modelled };
inline constexpr NameTable<IndicatorStatus, 5> indicator_statuses{{{IndicatorStatus::met, "met"},
                                                                   {IndicatorStatus::not_met, "not-met"},
                                                                   {IndicatorStatus::no_target, "no-target"},
                                                                   {IndicatorStatus::not_computable, "not-computable"},
                                                                   {IndicatorStatus::not_modelled, "not-modelled"}}};

/// One figure about a trust or the region in a year, that others report too.
struct Indicator {
    std::string id;
    WhichTrust trust;
    int year = 0;
    double value = 0.0;
    std::string unit;
    std::optional<double> target;
    IndicatorStatus status = IndicatorStatus::no_target;
};

/// Beds on 31 December per 100 000 inhabitants on 1 January, staffed and in beredskap; the inhabitants that those rates
/// count; what others report; and, where care was simulated, its bed days of the base year over those they should be
/// (within a tenth is met).
std::vector<Indicator> indicators_of(const Scenario& scenario, const capacity::BedPlan& plan,
                                     const demography::PopulationPath& population,
                                     const std::vector<Reproduction>& reproductions);

} // namespace framsyn::study
